# Prognostic scores, for clinicians and for research.

heading-prognosis = Prognostic scores (research use)
prognosis-frame =
    Research use only, not for treatment decisions.
    These numbers are calculated from published formulas by a program that is not a cleared medical device.
    They are averages of groups treated years ago and cannot say what will happen to one person.
    Nothing in this section changes which options are listed.
prognosis-none = No score can be given with what is known.

prognosis-result = Result
prognosis-uses = Calculated from
prognosis-assumes = Not known
prognosis-assumes-said = { $names }: the score's own value for "unknown" stands in.
prognosis-would-add = Would add rows
prognosis-version = Version
prognosis-version-said = { $version }; page { $page }, last compared with its source on { $date }.
prognosis-licence = Licence
prognosis-limits = Limits
prognosis-value-class = { $value }: { $class }
prognosis-points = { $points } of 6 points
prognosis-answer = { $question }: { $answer }
prognosis-surgery-alone = Surgery alone, after 10 years: { $alive } % alive, { $breast } % died of breast cancer, { $other } % died of other causes.
prognosis-order =
    The tables give the percentage of people alive, one for each kind of chemotherapy that the model knows.
    Each row adds to the rows above it; the difference is to the row above, at 15 years.
    The order is that of the model and no advice.

prognosis-table-second = Percent alive, with chemotherapy of the second generation
prognosis-table-third = Percent alive, with chemotherapy of the third generation
prognosis-column-step = Treatment
prognosis-column-5 = 5 years
prognosis-column-10 = 10 years
prognosis-column-15 = 15 years
prognosis-column-more = Difference
prognosis-step-surgery = surgery alone
prognosis-step-radiotherapy = + radiation therapy
prognosis-step-hormone = + hormone therapy, 5 years
prognosis-step-chemotherapy-second = + chemotherapy, second generation
prognosis-step-chemotherapy-third = + chemotherapy, third generation
prognosis-step-her2 = + trastuzumab
prognosis-step-bisphosphonate = + bisphosphonate
prognosis-step-hormone-extended = hormone therapy 10 years, not 5

prognosis-picture = Where the values stand
prognosis-picture-said = { $score }: { $value }, { $class }.
prognosis-picture-caption = The short lines are the cuts between classes.

heading-prognosis-not-given = Not given
prognosis-asks = Needs: { $names }.

prognosis-class-good = good
prognosis-class-moderate = moderate
prognosis-class-poor = poor
prognosis-class-low = low risk of late recurrence
prognosis-class-intermediate = intermediate risk of late recurrence
prognosis-class-high = high risk of late recurrence
prognosis-class-RCB-0 = RCB-0
prognosis-class-RCB-I = RCB-I
prognosis-class-RCB-II = RCB-II
prognosis-class-RCB-III = RCB-III

prognosis-refusal-metastatic = Not for metastatic disease.
prognosis-refusal-in-situ = Not without invasive cancer.
prognosis-refusal-after-systemic-therapy = Not after systemic therapy that came before surgery.
prognosis-refusal-not-after-systemic-therapy = Only for surgery that followed systemic therapy.
prognosis-refusal-before-surgery = Not before surgery.
prognosis-refusal-after-therapy = Not once therapy after surgery is finished.
prognosis-refusal-male = Not made for men.
prognosis-refusal-receptor-negative = Only where the estrogen receptor is positive.
prognosis-refusal-her2-not-positive = Only where HER2 is positive.
prognosis-refusal-her2-with-chemotherapy = Not for HER2-positive cancer treated with chemotherapy.
prognosis-refusal-before-menopause = Not before menopause.
prognosis-refusal-endocrine-too-short = Only after five years of endocrine therapy.
prognosis-refusal-age = The age is outside of what the score takes.
prognosis-refusal-size = The size is outside of what the score takes; is the unit mm?
prognosis-refusal-nodes = The number of nodes is outside of what the score takes.
prognosis-refusal-micrometastasis = The category says micrometastasis, the count says no node.
prognosis-refusal-percent = A percentage is above 100.
prognosis-refusal-nodes-without-size = Nodes with cancer need the size of the largest metastasis, and a size needs nodes.
prognosis-refusal-bed-without-width = The tumor bed has one dimension only.
prognosis-refusal-cancer-without-bed = Cancer is given, but no size of the tumor bed.
prognosis-refusal-grade = The total of the grade is above 9.
prognosis-refusal-stage = Not made for this stage.
prognosis-refusal-treatment = The version does not know the treatment.

question-er-positive = Estrogen receptor positive
    .ask = Is the estrogen receptor positive?
    .help = Of the invasive cancer; 1% of nuclei or more.
question-pr-positive = Progesterone receptor positive
    .ask = Is the progesterone receptor positive?
    .help = Of the invasive cancer; 1% of nuclei or more.
question-nottingham-total = Nottingham total
    .ask = What is the sum of the three partial scores of the Nottingham grade?
    .help = From 3 to 9.

question-detection = How it was found
    .ask = How was the cancer found?
    .help = By screening, or because somebody noticed a change.
term-detection-symptoms = symptoms
term-detection-screening = screening
question-tumour-size = Invasive tumor size
    .ask = What is the largest invasive extent of the primary tumor, in mm?
    .help = By pathology where surgery came first.
question-positive-nodes = Positive nodes
    .ask = How many regional nodes held cancer?
    .help = At surgery that came first; isolated tumor cells alone do not count.
question-ki67 = Ki-67
    .ask = What is the Ki-67, in percent?
    .help = Of the invasive cancer.
question-smoker = Smoking
    .ask = Does the person smoke now?
    .help = Currently.
question-heart-dose = Mean heart dose
    .ask = What is the mean dose to the heart, in Gy?
    .help = Of radiation therapy that is planned or was given.
question-endocrine-years = Years of endocrine therapy without recurrence
    .ask = How many years of endocrine therapy were completed without recurrence?
    .help = Full years.
question-nuclear-grade = Nuclear grade
    .ask = What is the nuclear grade?
    .help = Of the nuclei alone, not the overall grade.
term-nuclear-grade-1 = 1
term-nuclear-grade-2 = 2
term-nuclear-grade-3 = 3
question-stage-group-after = Stage group after systemic therapy
    .ask = What is the stage group by what surgery found after systemic therapy?
    .help = By ypT, ypN and M.
term-stage-group-after-0 = stage 0
term-stage-group-after-IA = stage IA
term-stage-group-after-IB = stage IB
term-stage-group-after-IIA = stage IIA
term-stage-group-after-IIB = stage IIB
term-stage-group-after-IIIA = stage IIIA
term-stage-group-after-IIIB = stage IIIB
term-stage-group-after-IIIC = stage IIIC
term-stage-group-after-IV = stage IV
term-stage-group-after-no-group = no stage group for this
question-prognostic-stage = Prognostic stage
    .ask = What is the prognostic stage?
    .help = As the record states it; no table of it is part of this program.
term-prognostic-stage-0 = stage 0
term-prognostic-stage-IA = stage IA
term-prognostic-stage-IB = stage IB
term-prognostic-stage-IIA = stage IIA
term-prognostic-stage-IIB = stage IIB
term-prognostic-stage-IIIA = stage IIIA
term-prognostic-stage-IIIB = stage IIIB
term-prognostic-stage-IIIC = stage IIIC
term-prognostic-stage-IV = stage IV
term-prognostic-stage-no-group = no stage group for this
question-low-genomic-score = Low genomic score
    .ask = Is a genomic score below the bound that the loaded table names?
    .help = No if none was measured.
question-residual-bed-length = Tumor bed after therapy, longest
    .ask = What is the longest dimension of the tumor bed after therapy, in mm?
    .help = By pathology.
question-residual-bed-width = Tumor bed after therapy, across
    .ask = What is the dimension across it, in mm?
    .help = By pathology.
question-residual-cellularity = Cellularity after therapy
    .ask = What percent of the tumor bed is cancer?
    .help = In situ cancer included.
question-residual-in-situ = In situ share after therapy
    .ask = What percent of that cancer is in situ?
    .help = By pathology.
question-residual-nodes = Positive nodes after therapy
    .ask = How many nodes held cancer after therapy?
    .help = By pathology.
question-residual-node-size = Largest nodal metastasis after therapy
    .ask = What is the largest metastasis in a node after therapy, in mm?
    .help = By pathology.
