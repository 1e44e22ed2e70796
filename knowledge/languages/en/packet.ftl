# The packet for an insurance appeal or a prior authorization, for professionals. It lays out; it never says that a treatment is needed.

packet-title = Packet for an insurance appeal or prior authorization
packet-lead = { $count ->
    [one] Laid out below: one option.
   *[other] Laid out below: { $count } options, in no order of preference.
  }
packet-lead-gate = No packet can be laid out for a medicine directed against HER2. What is missing stands below.
packet-lead-not-listed = No source of this program lists an option with { $name } for a HER2 result like this one.
packet-lead-none = No option with a medicine has all of its requirements met, or waits for a single answer. Name a medicine to see what stands against it.
packet-frame =
    This page sets the words of the record, the rules, the label and the guidelines side by side, with what is missing; it is for health professionals, who check every line against the source.
    It makes no claim that a treatment is called for, it is no letter, and a payer decides by a policy of its own that is not known here.
    A statement marked as to verify was not read in its primary source. Names and numbers of the patient are left out: add them where the form asks for them.

heading-packet-result = The result, in the words of the record
heading-packet-rule = The rule that reads the result
heading-packet-missing = The missing piece
heading-packet-attach = What to attach
heading-packet-appeal = Where an appeal goes

packet-words = Words of the record
packet-place = ({ $place })
packet-no-quote = No words of a record show the result.
packet-no-date = The date of the report was not read.
packet-laboratory = Laboratory
packet-no-laboratory = This program does not read the name of the laboratory. Take it from the head of the report.
packet-rule-stated = The result is an answer of the person who asked. No rule was applied, and no record shows it.
packet-rule-read = The result is taken as the record states it. No rule was applied.

packet-stands-met = Every requirement of at least one source is met.
packet-stands-open = It waits for what is not known; see the missing piece.
packet-stands-closed = It does not fit: at least one requirement of every source is not met.
packet-stands-checked = It does not fit: a check before the first dose is not met.
packet-check-closes = A check before the first dose is not met:
packet-against = A source speaks against it in this situation:
packet-against-open = A source would speak against it, if this is so: { $why }.

packet-label = The label
packet-no-label = No row of a label in this program lists this option.
packet-label-nearest = No row of a label holds in this situation. The one that comes nearest is shown.
packet-label-of = Label
packet-approved = Listing
packet-setting = Situation
packet-her2-asked = HER2 result and test asked for
packet-asked = Also asked for, such as earlier therapy
packet-partners = Given with
packet-then = followed by { $name }
packet-note = Note
packet-code = HCPCS code
packet-test-none = No test is listed here with the label for this claim.
packet-test = Test listed with the label, for this claim: { $test }, { $claim }.

packet-requirements = Requirement by requirement
packet-met = met
packet-open = not known
packet-closed = not met
packet-nothing = not in the record
packet-guidelines = Guidelines that list it
packet-no-guideline = No guideline of this program lists it for this situation.
column-packet-requirement = Requirement
column-packet-fact = Known here
column-packet-by = Asked by
column-packet-options = For
caption-packet-requirements = Requirements of the label and the guidelines, how each stands, and the fact behind it
caption-packet-missing = What is missing, and who can supply it

packet-missing-note = A payer may ask for these, and no record that was read shows them.
packet-missing-result = A report that shows the HER2 result, with test, score and date.
packet-missing-settled = A HER2 result that is settled.
packet-missing-date = The date of the report with the HER2 result.
packet-missing-open = Not known: { $questions }.
packet-missing-answer = A record of what is known from an answer alone: { $questions }.
packet-who = { $question ->
    [her2-category] The pathology laboratory that tested HER2
    [companion-test] The pathology laboratory: which kit and antibody or probe was used
    [hr-status] The pathology laboratory
    [response] The pathology laboratory: the report of the surgery after systemic therapy
    [nodes-positive-after] The pathology laboratory: the report of the surgery after systemic therapy
    [t-category] The treating team: imaging and pathology reports with the stage
    [n-category] The treating team: imaging and pathology reports with the stage
    [stage-group] The treating team: imaging and pathology reports with the stage
    [lvef] Cardiology: the report of the heart scan
    [lvef-drop] Cardiology: the reports of the heart scans
    [lvef-below-lln] Cardiology: the report of the heart scan
    [symptomatic-heart-failure] Cardiology, or a note of the treating team
    [brain-metastases] Radiology: the report on the brain, with a note of the treating team
    [extracranial-stable] Radiology: the newest reports
    [oligometastatic] Radiology: the newest reports
    [lung-inflammation] Radiology, with a note of the treating team
    [visceral-crisis] A note of the treating team, with laboratory values
    [germline-brca] The laboratory or clinic that did the genetic test
    [line] The treating team: the list of therapies
    [her2-regimens] The treating team or the infusion center: the list of therapies with dates
    [her2-regimens-metastatic] The treating team or the infusion center: the list of therapies with dates
    [chemotherapy-metastatic] The treating team or the infusion center: the list of therapies with dates
    [endocrine-metastatic] The treating team: the list of therapies with dates
    [had-early-her2] The treating team or the infusion center: the list of therapies with dates
    [months-since-early-her2] The treating team or the infusion center: the list of therapies with dates
    [had-early-chemotherapy] The treating team or the infusion center: the list of therapies with dates
    [months-since-early-chemotherapy] The treating team or the infusion center: the list of therapies with dates
    [prior-her2-antibody] The treating team or the infusion center: the list of therapies with dates
    [prior-dimerisation-antibody] The treating team or the infusion center: the list of therapies with dates
    [prior-adc-microtubule] The treating team or the infusion center: the list of therapies with dates
    [prior-adc-topoisomerase] The treating team or the infusion center: the list of therapies with dates
    [prior-taxane] The treating team or the infusion center: the list of therapies with dates
    [prior-anthracycline] The treating team or the infusion center: the list of therapies with dates
    [neoadjuvant-her2-antibody] The treating team or the infusion center: the list of therapies with dates
    [neoadjuvant-taxane] The treating team or the infusion center: the list of therapies with dates
    [stopped-for-toxicity] A note of the treating team on why it was stopped
   *[other] A note of the treating team
  }

packet-the-record = the record
packet-attach-result = The page of the record with the HER2 result ({ $place }).
packet-attach-laboratory = The head of that report, with its date and the name of the laboratory.
packet-attach-fact = The page of the record that shows this ({ $place }): { $question }, { $known }.
packet-attach-answer = A record that shows this, which is known from an answer alone: { $question }, { $known }.
packet-attach-source = { $by }: { $source }
packet-attach-label = The label of { $name } in force. The row shown was taken from: { $source }
packet-attach-letter = The letter of the treating doctor, in the doctor's own words.
packet-appeal-note = The letter of the plan says where and by when; this program knows the address of no plan. What is said to patients in general:
