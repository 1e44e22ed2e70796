# The table of medicines and the page of one.

drugs-title = HER2 medicines in the United States, breast cancer
drugs-lead = { $count ->
    [one] One medicine, as of { $date }.
   *[other] { $count } medicines, as of { $date }.
  }
drugs-lead-none = No medicine fits what was asked for, as of { $date }.
drugs-frame =
    General information from labels and public files, in the words of professionals; each statement has its source and date.
    It informs and is no advice: it does not say what one person should receive.
    A statement marked as to verify was not read in its primary source. Read the label in force before use.
drugs-frame-verified =
    General information from labels and public files; each statement has its source and date.
    It informs and is no advice: it does not say what one person should receive.
    Statements that were not read in their source are left out here.
drugs-filter = Shown: { $filters }.
drug-title = { $name }

heading-drugs-overview = Overview
heading-drug-identity = What it is
heading-drug-indications = Breast indications of the US label on { $date }
heading-drug-not-in-force = Label rows not in force on { $date }
heading-drug-dose = Dose
heading-drug-warnings = Warnings
heading-drug-tests = Companion tests
heading-drug-evidence = Trials
heading-drug-regimens = Regimens with it
heading-drug-monitoring = What is watched
heading-drug-cost = Cost
heading-drug-codes = Codes
heading-drug-notes = Notes

drug-name = Medicine
drug-brands = Brands
drug-abbreviation = Abbreviation
drug-maker = Maker
drug-class = Class
drug-target = Target
drug-route = Route
drug-kind = Kind
drug-key-facts = Key facts
drug-approvals = Approvals
drug-early = Early disease
drug-metastatic = Metastatic disease
drug-indications = Breast indications
drug-dose = Dose
drug-vials = Vials
drug-boxed = Boxed warnings
drug-contraception = Contraception
drug-interactions = Interactions
drug-reactions = Reactions
drug-cost = Cost of a dose
drug-tests = Tests

column-label-row = Label row
column-requires = Requires
column-since = In force
column-listed = Listed as
column-trial = Trial
column-population = Population
column-result = Result
column-regimen = Regimen
column-parts = Parts
column-setting = Setting
column-system = System
column-code-value = Code
column-per = Per
column-test = Test
column-claim = Claim
column-watch = What
column-page = Page

caption-drugs-overview = Medicines, their breast indications in force and the cost of a dose
caption-drug-rows = Rows of the label
caption-drug-trials = Trials that care tables cite for regimens with it
caption-drug-regimens = Regimens that name it
caption-drug-codes = Codes
caption-drug-tests = Tests the FDA lists as companion diagnostics
caption-drug-watch = What is watched, and the page with its rules

drug-kind-originator = originator
drug-kind-biosimilar = biosimilar
drug-kind-subcutaneous = form under the skin
drug-kind-beside = met beside HER2 medicines
drug-kind-like = { $kind } of { $reference }

route-intravenous = into a vein
route-subcutaneous = under the skin
route-oral = by mouth

maker-holder = { $name } (holder)
maker-seller = { $name } (seller)
maker-former = { $name } (formerly)
maker-from = { $maker }, from { $from }
maker-until = { $maker }, until { $until }
maker-from-until = { $maker }, { $from } to { $until }

setting-early = early
setting-metastatic = metastatic
setting-any = any setting

dose-every = { $amount } { $unit } every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
  }
dose-day = { $amount } { $unit }, { $times ->
    [one] once daily
   *[other] { $times } times daily
  }
dose-loading = first { $loading } { $unit }, then { $dose }
dose-setting = { $setting }: { $dose }
dose-duration = { $dose }; { $duration }
dose-note = { $dose } ({ $note })

contraception-female-months = Women: during treatment and { $count ->
    [one] { $count } month
   *[other] { $count } months
  } after it.
contraception-female-weeks = Women: during treatment and { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  } after it.
contraception-male-months = Men: during treatment and { $count ->
    [one] { $count } month
   *[other] { $count } months
  } after it.
contraception-male-weeks = Men: during treatment and { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  } after it.

boxed-cardiomyopathy = cardiomyopathy
boxed-cardiac-toxicity = cardiac toxicity
boxed-left-ventricular-dysfunction = left ventricular dysfunction
boxed-infusion-reactions = infusion reactions
boxed-pulmonary-toxicity = pulmonary toxicity
boxed-embryo-fetal-toxicity = embryo-fetal toxicity
boxed-hepatotoxicity = hepatotoxicity
boxed-interstitial-lung-disease = interstitial lung disease, pneumonitis
boxed-none = No boxed warning is recorded here.

indication-none-breast = No breast indication in the US.
indication-none = No row of its label is in force here.
indication-since = { $what }, since { $date }
indication-her2 = { $category }: { $what }
row-since = since { $from }
row-from-until = { $from } to { $until }
row-not-yet = from { $from } on

cost-first = First dose { $dollars }
cost-dose = { $dollars } a dose ({ $amount }) every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
  }
cost-first-dose = { $first } the first dose, then { $dollars } ({ $amount }) every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
  }
cost-year = { $dollars } in 52 weeks of this schedule ({ $doses } doses)
cost-vials = { $dollars } a dose if whole vials are counted ({ $amount })
cost-milligrams = { $milligrams } mg
cost-weighed = { $milligrams } mg at { $weight } kg
cost-units = { $units } billing units
cost-list = Medicare payment limit, { $code }, { $from } to { $until }.
cost-old = That quarter ended before { $date }: newer limits may differ.
cost-none = No dated figure.
cost-none-oral = No dated figure: tablets have no Medicare Part B payment limit.
cost-basis =
    The figure is the Medicare payment limit for the amount of medicine alone, by billing unit, rounded up.
    It is not the price a patient pays, and holds no infusion, visit, waste of opened vials or other medicine.
cost-basis-weight = Doses by weight are for { $weight } kg.

nearest-drug = There is no medicine `{ $name }` here.
nearest-drug-hint = There is no medicine `{ $name }` here. Is `{ $nearest }` meant?
watch-hint = `her2 monitor` makes the schedule and answers measured values.
heading-drugs-every = Each medicine
cost-quarter = Medicare payment limits in force from { $from } to { $until }.
drug-tablets = Tablets
watch-page = { $what } (page { $page })
left-out-unread = Left out here: not read in its source.
