# Monitoring: the schedule, what the measured heart asks for, who is called. Labels ask; nobody must.

monitor-title = Monitoring plan
monitor-title-patient = What is usually watched, and when
monitor-frame =
    Derived from the pages of labels and guidelines by fixed tables; every line names its source.
    For review by a professional. It is no order and no medical advice. What the label asks for and what a guideline asks for stand side by side.
monitor-frame-patient =
    This page shows what the labels of these medicines ask for in general.
    Your team may do it in another way, for good reasons. Ask them.

monitor-heading-overdue = Overdue
monitor-heading-today = The heart today
monitor-heading-labels = What each label asks for
monitor-heading-start = The heart before the first dose
monitor-heading-values = Other values and side effects
monitor-heading-schedule = Schedule by the labels
monitor-heading-guidelines = What guidelines ask for
monitor-heading-practice = What is usually done
monitor-heading-dates = Next dates
monitor-heading-prevention = Prevention in steps
monitor-heading-contraception = Contraception
monitor-heading-statements = Also said
monitor-heading-calls = Who is called for what
monitor-heading-quotes = Quotes

monitor-none = No medicine of these pages was given.
monitor-lead-action = On { $date } the labels together ask for: { $action }.
monitor-lead-open = On { $date } the labels together ask for one of: { $action }.
monitor-lead-one-open = By the label of { $medicine } alone it is open ({ $action }); it { $depends }.
monitor-lead-depends = It { $depends }.
monitor-lead-held-next = For the time on hold the label of { $medicine } asks for the next LVEF on { $date }, counted from { $since }.
monitor-lead-resume-open = Held since { $since }. On { $date } it is not settled by the labels whether it may go on.
monitor-lead-resume = Held since { $since }. On { $date } the labels together ask for: { $action }.
monitor-lead-no-reading = No LVEF measured after the start is given. Nothing is said about today.
monitor-lead-no-rule = None of these medicines has a verified rule for the heart of its own.
monitor-lead-incomplete = For { $medicines } no verified rule is held; nothing is derived for it.
monitor-lead-overdue = No LVEF is on file since { $since }. By the schedule of the label of { $medicine } one was due { $when }{ $more ->
    [0] {""}
   *[other] {" "}(and { $more } more since)
  }.
monitor-lead-overdue-none = No LVEF is on file. By the schedule of the label of { $medicine } one was due { $when }{ $more ->
    [0] {""}
   *[other] {" "}(and { $more } more since)
  }.
monitor-lead-overdue-held = For the time on hold the label of { $medicine } asked for one on { $date }, counted from { $since }.
monitor-lead-overdue-before = No LVEF from before the first dose on { $start } is on file; the label of { $medicine } asks for one.
monitor-lead-overdue-before-too = The label of { $medicine } asks for one before the first dose ({ $start }) as well.
monitor-overdue-on = on { $date }
monitor-overdue-held = on { $date } for the time on hold, counted from { $since }
monitor-overdue-days = { $days } (and { $more } more)

monitor-depends = depends on: { $asks }
monitor-depends-one = { $question } ({ $give })
monitor-give = give --answer { $question }=VALUE
monitor-give-lvef = give --lvef DATE=PERCENT
monitor-give-lvef-drop = give the value from before the first dose by --lvef DATE=PERCENT, and --start
monitor-give-lvef-below-lln = give --lln PERCENT
monitor-give-lvef-local-limit = give --lln PERCENT, or --lln none
monitor-give-lvef-improved = give --lvef DATE=PERCENT at the hold and after it
monitor-give-weeks-held = give --held FROM
monitor-give-times-held = give --held FROM..UNTIL for each
monitor-give-setting = give --setting
monitor-before = Before treatment
monitor-newest = Newest
monitor-later = A heart value dated { $days } lies after { $date } and is not used. Check the date.
monitor-fall = Fall
monitor-limit = Lower limit of the laboratory
monitor-limit-unknown = not given
monitor-limit-none = the laboratory has none
monitor-value = { $percent }% on { $date }
monitor-points-exact = { $points } points
monitor-series = LVEF over time
monitor-series-said = LVEF by day: { $points }. Bounds: { $bounds }.
monitor-bound-value = { $percent }%
monitor-bound-fall = { $percent }%: fall of { $points }
monitor-bound-limit = { $percent }%: lower limit
monitor-on-hold = on hold: { $action }
monitor-not-settled = not settled
monitor-not-repeated = No LVEF from after the hold began is on file: what led to the hold stands.
monitor-not-given = not given

monitor-column-medicine = Medicine
monitor-column-asks = Asks for
monitor-column-row = Row
monitor-column-test = Test
monitor-column-when = When
monitor-column-days = Days
monitor-column-overdue = Due and not on file
monitor-column-symptom = What you notice
monitor-column-contact = Call
monitor-column-urgency = How soon

monitor-of-partner = no rule of its own; that of a partner applies, if there is one
monitor-unverified = a rule that is not verified: shown below, nothing is derived from it
monitor-no-page = no rule for the heart is held here
monitor-with-partner = { $action }, because its partner is held
monitor-failure = Heart failure with symptoms, whatever the number: { $action }.
monitor-failure-present = Heart failure with symptoms is given: { $action }.
monitor-unverified-heading = Not verified
monitor-rows-or = { $first }, or { $last }
monitor-stands = { $medicine }: { $title }

monitor-rhythm-once = once
monitor-rhythm-each-dose = before or at each dose
monitor-rhythm-weeks = every { $weeks ->
    [1] week
   *[other] { $weeks } weeks
  }
monitor-rhythm-weeks-range = every { $weeks } to { $to } weeks
monitor-rhythm-months = every { $months ->
    [1] month
   *[other] { $months } months
  }
monitor-rhythm-as-needed = as the situation asks for
monitor-when = { $phase }, { $rhythm }
monitor-when-at = { $phase }, once, about { $months } months later
monitor-when-from = { $when }, from month { $months } on
monitor-when-for = { $when }, for { $months } months
monitor-when-times = { $when }, { $times ->
    [1] once
   *[other] { $times } times
  }
monitor-when-within = { $when }, at most { $weeks } weeks old
monitor-days-more = { $days } and so on
monitor-days-none = —
monitor-days-over = past
monitor-days-overdue = overdue since { $since }
monitor-days-overdue-then = overdue since { $since }; then { $days }
monitor-give-hold = Days while on hold need its first day (give --held).
monitor-no-dose = What belongs to a dose has no days while a medicine is on hold or stopped.
monitor-give-start = Days need the first dose (give --start).
monitor-give-end = Days at and after completion need the last dose (give --end).

monitor-step-from-to = Day { $from } to { $to }
monitor-step-from = From day { $from }
monitor-step-date = { $step } (from { $date })

monitor-window-female = Women who could be pregnant
monitor-window-male = Men with a partner who could be pregnant
monitor-window = during treatment and { $length } after the last dose
monitor-window-until = during treatment and { $length } after the last dose: until { $date }
monitor-length-months = { $count ->
    [1] 1 month
   *[other] { $count } months
  }
monitor-length-weeks = { $count ->
    [1] 1 week
   *[other] { $count } weeks
  }

monitor-calls-said = That a symptom is a warning sign rests on the source; how soon to call is this project's caution. The number your own team gave you comes first.

# The patient's page.

monitor-patient-lead = These tests help your team to see harm early.
monitor-patient-overdue =
    The last heart scan this page knows of was on { $since }.
    The label asks for one more: it was due on { $date }.
    It may have been done and not been put in here. Ask your team, and plan the next one with them.
monitor-patient-overdue-none =
    This page knows of no heart scan.
    The label asks for one: it was due on { $date }.
    It may have been done and not been put in here. Ask your team, and plan the next one with them.
monitor-patient-overdue-before =
    This page knows of no heart scan from before the first dose. The label asks for one.
    Ask your team if it was done.
monitor-patient-medicines = Medicines: { $medicines }
monitor-patient-nothing = There is nothing here that was read in its source. Ask your team what is watched.
monitor-patient-test-lvef = Ultrasound or scan of your heart
monitor-patient-test-heart-markers = Blood test for the heart
monitor-patient-test-heart-review = Check of heart and blood vessels
monitor-patient-test-ecg = Heart tracing (ECG)
monitor-patient-test-electrolytes = Blood salts
monitor-patient-test-liver-tests = Blood test for the liver
monitor-patient-test-blood-count = Blood count
monitor-patient-test-lung-symptoms = Questions about cough and breath
monitor-patient-test-chest-ct = Scan of the chest
monitor-patient-test-bowel-review = Questions about your stool
monitor-patient-test-infusion-watch = A nurse watches you at the drip
monitor-patient-test-injection-watch = A nurse watches you after the shot
monitor-patient-test-skin-review = Look at skin and nails
monitor-patient-test-nerve-review = Questions about numb hands and feet
monitor-patient-test-nausea-prevention = Pills to stop you feeling sick
monitor-patient-test-fatigue-review = Questions about how tired you are
monitor-patient-test-bone-density = Bone scan for thin bones
monitor-patient-test-pregnancy-test = Pregnancy test
monitor-patient-phase-before = before the first dose
monitor-patient-phase-during = while you get it
monitor-patient-phase-held = while it is on pause
monitor-patient-phase-completion = at the end
monitor-patient-phase-after = after the end
monitor-patient-contact-oncology-team = your cancer team
monitor-patient-contact-emergency = 911
monitor-patient-contact-cardiology = your cancer team, for the heart doctor
monitor-patient-contact-primary-care = your own doctor
monitor-patient-urgency-now = now, day or night
monitor-patient-urgency-same-day = the same day
monitor-patient-urgency-next-visit = at your next visit
monitor-patient-calls = If you are not sure, call. Use the number your team gave you.

# The calendar.

calendar-name = Tests under treatment
calendar-before = before the first dose
calendar-held = while on hold
calendar-completion = at the end of treatment
calendar-note = The label asks for it. Your team may choose another day.
calendar-goes-on = It goes on for as long as treatment does; the later days are not in this calendar.
