# The map of the way through care, with "you are here". `map-step-…` and what has no `plain` in its name is for professionals,
# `map-plain-…` for everybody. No message names a treatment.

heading-map = The way through care
map-title = Map of the way through care, with the step that has been reached
map-here = you are here
map-part-early = Early disease
map-part-metastatic = Metastatic disease

map-key-here = the step that has been reached
map-key-perhaps = may be the step; it is not known yet
map-key-open = may lie on the way
map-key-muted = in brackets: not on this way, or no HER2 medicine listed

map-step-diagnosis = Diagnosis
map-step-her2-test = HER2 test
map-step-result-positive = HER2-positive
map-step-result-low = HER2-low or ultralow
map-step-result-null = HER2-null
map-step-before-surgery = Before surgery
map-step-surgery = Surgery
map-step-complete-response = pCR
map-step-residual-disease = Residual disease
map-step-after-surgery = After surgery
map-step-follow-up = Follow-up
map-step-first-line = First line
map-step-maintenance = First-line maintenance
map-step-second-line = Second line
map-step-later-line = Third line and later
map-step-brain = Brain metastases, beside any line

map-said = The map goes from the diagnosis through the HER2 test to the result, and from there into early or metastatic disease.
map-said-here = Here: { $steps }.
map-said-perhaps = May be here: { $steps }.
map-said-open = May lie on the way: { $steps }.
map-said-muted = In brackets: { $steps }.

map-at = The step that has been reached: { $step }.
map-at-one-of = It is not known which step has been reached; it may be one of these: { $steps }.
map-off = The rules for HER2 testing do not apply to what was tested, so the map marks no step.
map-brain = Metastases in the brain are marked beside it.
map-muted-other-result = Closed by the HER2 result: { $steps }.
map-muted-other-setting = Belong to the other setting: { $steps }.
map-muted-without-her2-medicines = No source of this program lists a medicine against HER2 for this result at: { $steps }. Other treatment may be given there.
map-muted-either = Belong to the other setting, or no medicine against HER2 is listed there for this result: { $steps }.
map-rule = The map is a drawing of this project. It lists no treatment and chooses nothing.
map-asks = What would tell which step:

map-plain-title = Where you are on the way
map-plain-heading = The map
map-plain-picture = Map of the way that care often takes, with the place where you are
map-plain-said = The map starts when cancer is found. Then come the HER2 test and its result. After that there are two ways: one for cancer in the breast and nearby, and one for cancer that has spread.
map-plain-said-here = You are here: { $steps }.
map-plain-said-perhaps = You may be here: { $steps }.
map-plain-said-open = This may be on your way: { $steps }.
map-plain-said-muted = This is not on your way now: { $steps }.
map-plain-lead = You are here: { $step }.
map-plain-lead-one-of = It is not known yet where you are on this map.
map-plain-lead-off = This map does not fit what the report says.
map-plain-frame =
    This map shows the way that care for breast cancer often takes. It names no treatment.
    It rests on what was read and on your answers. Your care team knows your own way best.
map-plain-contradiction = Two of the answers do not fit together, so this page uses neither of them. Ask your doctor which one is right.
map-plain-brain = Cancer that has spread to the brain is marked too. It can come at any step of this part.
map-plain-made = A computer program made this page by fixed rules.
map-plain-heading-ask = What would tell where you are
map-plain-ask-her2-category = What is my HER2 result, and is it final?
map-plain-ask-setting = Is my cancer early, or has it spread to other parts of the body?
map-plain-ask-timing = Have I had surgery, and did I get medicine before it?
map-plain-ask-response = Was any cancer left when I had surgery?
map-plain-ask-line = Which treatment for cancer that has spread is this: the first, the second or a later one?
map-plain-ask-other = { $question }

map-plain-part-early = Cancer in the breast and nearby
map-plain-part-metastatic = Cancer that has spread
map-plain-key-here = where you are
map-plain-key-perhaps = maybe where you are
map-plain-key-open = may be on your way
map-plain-key-muted = in brackets: not on your way now
map-plain-step-diagnosis = Cancer is found
map-plain-step-her2-test = HER2 test
map-plain-step-result-positive = HER2-positive
map-plain-step-result-low = HER2-low or ultralow
map-plain-step-result-null = No HER2 seen
map-plain-step-before-surgery = Before surgery
map-plain-step-surgery = Surgery
map-plain-step-complete-response = No cancer left
map-plain-step-residual-disease = Some cancer left
map-plain-step-after-surgery = After surgery
map-plain-step-follow-up = Check-ups
map-plain-step-first-line = First treatment
map-plain-step-maintenance = First treatment goes on
map-plain-step-second-line = Second treatment
map-plain-step-later-line = Third or later treatment
map-plain-step-brain = Cancer in the brain, at any step
