# The web page around the documents: its frame, its forms, and what it says when something goes wrong.

site-name = HER2 in Focus
site-nav = Main
site-nav-start = Start
site-nav-learn = Learn
site-nav-medicines = Medicines
site-nav-about = About
site-theme = Light or dark
site-lang-en = English
site-lang-es = Español
site-foot-device = This page explains what a report says. It is not medical advice and not a cleared medical device. Do not use it in an emergency: call 911.
site-foot-kept = Nothing you give is kept. There are no cookies and nobody is told of your visit.
site-foot-kept-device = Your report never leaves this device. There are no cookies and nobody is told of your visit.
site-foot-version = Rules and words, version { $version }.
site-unreviewed = These words have not been reviewed by a clinician yet.

# Home.

site-home-title = Understand your HER2 result
site-home-lead = Give the words of a breast pathology report, and read what they mean in plain language.
site-home-private = What you give is read in memory, answered, and forgotten. Nothing is stored.
site-home-private-device = What you give is read on this device and never leaves it.
site-home-give = Your report
site-home-paste = Paste the report here
site-home-paste-hint = All of it is best. It should be in English. Names and numbers of the patient are not needed, so you may leave them out.
site-home-files = Or choose files
site-home-files-hint = PDF or text, or a file from a hospital's system (FHIR, HL7, NAACCR, CSV). Several files are fine if they are of one person.
site-home-drop = You can also drop files anywhere on this page.
site-home-explain = Explain my report
site-home-clinician = Show the view for clinicians
site-home-numbers = I have only the numbers
site-home-numbers-hint = A score, a ratio or a few words from a portal are enough to start.
site-home-examples = Or try an invented report
site-home-examples-hint = These reports are made up. Nobody in them is real.
site-example-positive = Clearly positive
    .said = Score 3+ on a biopsy
site-example-fish = In between, with a gene test
    .said = Score 2+, then FISH
site-example-ultralow = A faint stain
    .said = Score 0+, called ultralow
site-example-equivocal = By older rules
    .said = A report from 2014
site-example-amended = Corrected later
    .said = A report that was amended
site-example-pending = Still waiting
    .said = HER2 is not reported yet
site-expect = What to expect
site-will = What this page will tell you
site-will-words = what your report says about HER2, in plain words
site-will-numbers = what the scores and numbers mean, with pictures
site-will-missing = what is not known yet, and who can answer it
site-will-questions = questions you can take to your care team
site-will-not = What it will not tell you
site-will-not-treatment = which treatment you should have
site-will-not-survival = how long anybody will live: there are no survival numbers here unless you open them
site-will-not-image = anything from a picture: it reads words, not slides or scans
site-will-not-team = anything that replaces your care team

# The short form.

site-numbers-title = I have only the numbers
site-numbers-lead = Fill in what you have, and leave the rest empty. Nothing empty is taken as negative.
site-numbers-protein = Protein test (IHC)
site-numbers-gene = Gene test (FISH or ISH)
site-numbers-other = What else is there
site-numbers-ihc = HER2 score
site-numbers-percent = Cells that stain, in percent
site-numbers-word = What the lab calls the result
site-numbers-ratio = HER2/CEP17 ratio
site-numbers-her2 = HER2 copies in a cell, on average
site-numbers-cep17 = CEP17 copies in a cell, on average
site-numbers-cells = Cells counted
site-numbers-date = Day of the report
site-numbers-er = Estrogen receptor (ER)
site-numbers-pr = Progesterone receptor (PR)
site-numbers-invasive = Does the report say invasive breast cancer?
site-numbers-invasive-hint = Results count only for invasive cancer.
site-numbers-number-hint = As printed, such as 1.8
site-numbers-unknown = I do not know
site-numbers-empty = No answer
site-numbers-yes = Yes
site-numbers-no = No
site-numbers-positive = Positive
site-numbers-negative = Negative
site-numbers-equivocal = Equivocal
site-numbers-explain = Explain these numbers
site-numbers-name = Your numbers

# What went wrong.

site-trouble-title = There is a problem
site-trouble-in-file = { $file }:
site-trouble-nothing = Nothing was given yet. Paste a report, or choose a file.
site-trouble-empty = There is no text in it. Open the file to see that it is the right one, or paste its words.
site-trouble-binary = This kind of file cannot be read. Save the report as a PDF or as plain text, or paste its words.
site-trouble-too-large = It is too large. Give the one report that has the HER2 result.
site-trouble-not-a-pathology-report = It does not read like a pathology report. Look for the report of the biopsy or the surgery. It has words such as "diagnosis" and "specimen".
site-trouble-not-english = It does not seem to be in English. Only reports in English can be read so far. Ask the hospital for an English copy, or give the numbers.
site-trouble-unreadable = The file seems damaged or breaks off. Download it again, or paste its words.
site-trouble-scan-without-text = It is a scan: a picture of the paper without words that a program can read. Ask the lab or the portal for the report as text, or type the part about HER2.
site-trouble-marked-up = It is a web page or a formatted document. Open it, copy its words and paste them here.
site-trouble-json = This is a data file, but not a health record that can be read here.
site-trouble-many = There are too many records in what you gave. This page is for the reports of one person.
site-trouble-busy = The page is busy right now. Wait a moment and send it again.
site-device-script = This copy of the page works in your browser alone and needs JavaScript for it. Without JavaScript nothing you type is sent anywhere, and no report can be read.
site-trouble-fault = The program had a fault. Nothing you gave was kept. Try again, or give the words of the report alone.
site-trouble-number = { $field }: this should be a number such as 1.8
site-trouble-percent = { $field }: this should be a number from 0 to 100
site-trouble-cells = { $field }: this should be a whole number such as 20
site-trouble-date = { $field }: this should be a day, such as 2026-11-22
site-trouble-term = { $field }: choose one of the answers
site-trouble-numbers-empty = Fill in at least one result of HER2.
site-trouble-form = The page was asked in a way it does not know. Go back to the start and try again.
site-trouble-medicine = Choose at least one medicine first.
site-trouble-answers = An answer could not be read. It is named beside its question.
site-trouble-start = Give the day of the first dose first.
site-trouble-count = { $field }: this should be a whole number such as 2
site-trouble-order = { $field }: this day lies before the day it follows
site-trouble-field = A value for the monitoring could not be used. Nothing is worked out until it is mended.
site-trouble-answer = { $field }: this answer could not be read. Give a number without a unit.
site-partly-title = Not everything could be read
site-partly-hint = The page below rests on the rest.
site-not-found-title = There is no such page
site-not-found-said = The address may be old or misspelled. Nothing about you was lost: nothing is kept here.
site-not-found-start = Go to the start

# Several persons.

site-persons-title = These seem to be records of different people
site-persons-said =
    What you gave names different people by number, name, day of birth or sex.
    A result on the wrong person's page would do harm, so nothing was mixed.
    Tick the records that belong to one person, and look at these alone.
site-persons-legend = Records found
site-persons-one = Record { $number }: { $name }
site-persons-day = reported { $date }
site-persons-show = Show the ticked records
site-persons-notice = You chose some of the records you gave. The others were left out.
site-persons-other-numbers = Your files number the patient differently. Make sure that they are all of one person.

# Results.

site-actions = What you can do with this page
site-go-patient = In plain words
site-go-clinician = For my clinician
site-go-packet = For my insurance
site-go-json = As data (JSON)
site-go-print = Print or save as PDF
site-pace = Read on at your own pace
site-pace-hint = Open one part at a time. You can stop whenever you like.
site-open-all = Open all parts
site-close-all = Close all parts
site-next = Next: { $heading }
site-report = Your report
site-reports = Your reports
site-report-hint = The marked words are what this page rests on. Point at a sentence, or tap it, and its words light up here.
site-report-part = Only the parts that the page rests on are shown.
site-report-none = No words of the report were used.
site-quote-from = From your report:
site-copy = Copy these questions
site-copied = Copied
site-learn-title = Learn more
site-learn-lead = Short pages for everybody. Read what you need now, and leave the rest for later.
site-learn-medicines = The medicines against HER2, in a table
site-add-title = Add another report
site-add-hint = An earlier or a later report of the same person makes the picture fuller.
site-add = Read them together
site-again = Choose the file again
site-again-hint = The file was too large to travel with this page. Choose it again with every step.
site-survival-hint = This part holds numbers on survival. You do not have to open it.

# Dates to watch.

site-watch-title = Make a calendar
site-watch-hint = If treatment against HER2 has been planned or begun, the usual tests can be put in your calendar. The dates are a guide. Your team sets the real ones.
site-watch-medicines = Which medicine?
site-watch-biosimilar = Biosimilars count as the medicine they are like.
site-watch-start = Day of the first dose
site-watch-setting = The cancer is
site-watch-early = early (in the breast or the nodes near it)
site-watch-metastatic = metastatic (in other parts of the body)
site-watch-calendar = Save the calendar
site-watch-show = Show the dates
site-watch-known = Read in your records: { $medicines }.
site-watch-plan = What is usually watched, with dates

# The clinician's view.

site-clinician-title = For the clinician
site-clinician-lead = Findings with rows and citations, options with their requirements, monitoring, and what a reviewer would query.
site-clinician-findings = Findings
site-clinician-options = Options
site-clinician-monitoring = Monitoring
site-clinician-checks = Diagnostics of the report
site-clinician-map = Where this case stands
site-clinician-ask = Open questions
site-clinician-ask-hint = Each answer settles some of the options. What stays empty stays not known.
site-clinician-answer = Use these answers
site-clinician-settles =
    { $options ->
        [one] settles { $options } option
       *[other] settles { $options } options
    }
site-clinician-given = Answers given
site-clinician-none = not answered
site-checks-none = No diagnostic fires on this record.
site-checks-why = Why
site-checks-do = What to do
site-checks-at = At:
site-check-note = Note
site-check-warning = Warning
site-check-error = Error
site-lvef-legend = Ejection fraction (LVEF)
site-lvef-date = Day
site-lvef-percent = Percent
site-lvef-limit = The lab's lower limit of normal, in percent
site-lvef-held = On hold for the heart since
site-lvef-resumed = Resumed on
site-lvef-end = Day of the last dose
site-lvef-show = Show the monitoring
site-lvef-row = Measurement { $number }
site-monitor-hint = Choose the medicines given, the day of the first dose, and what was measured.
site-calendar-clinician = Save the calendar for the clinic

# About.

site-about-title = About this page
site-about-lead = It reads a pathology report, decides the HER2 result by the published rules, and shows the words it rests on.
site-about-does = What it is
site-about-does-said =
    A program reads the words of a report by fixed rules. There is no language model in it, so the same report always gives the same page.
    Each sentence about a report shows the words it rests on. Each rule shows its source and its year.
    It is meant for people with breast cancer, for those who care for them, and for clinicians who want to see a summary with its basis.
site-about-limits = Its limits
site-about-limits-said =
    It can misread a report that is hard to read. The report itself always counts.
    It reads reports in English, and it reads words only, not pictures of slides or scans.
    It does not pick a treatment. The lists of options in the view for clinicians follow labels and guidelines, and they need a clinician's judgment.
    It is not a cleared medical device. Do not use it in an emergency.
site-about-privacy = Privacy
site-about-privacy-said =
    What you give is held in memory while your page is made, and then it is gone.
    Your records travel inside the page itself, so that its buttons can use them. Close the page and they are gone.
    There are no cookies, no accounts, no counters, and nothing is loaded from other places.
    Log lines never hold words of a record.
site-about-privacy-device =
    What you give is read inside your browser. It is never sent anywhere.
    There are no cookies, no accounts, no counters, and nothing is loaded from other places.
site-about-knowledge = Rules and sources
site-about-knowledge-said =
    The rules and the words carry one version number, which changes with every change in them.
    The sources are named at the end of each page, with the day on which they were last compared.
site-about-version = Version { $version }
site-pasted = Pasted text

# Medicines.

site-medicines-each = One medicine at a time:

# The packet.

site-packet-for = For which medicine?
site-packet-every = Every option that fits, or that waits for one answer
site-packet-show = Show this packet
