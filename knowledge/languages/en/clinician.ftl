# The clinician's summary.

clinician-frame =
    Derived from the text of one report by fixed tables; every conclusion names its words, its row and its source.
    For review by a professional together with the report. Not for emergencies, not a cleared medical device, not medical advice.

clinician-heading-result = Result
clinician-heading-specimens = Results by specimen
clinician-heading-findings = How it was decided
clinician-heading-missing = What is missing
clinician-heading-actions = What the guideline asks for
clinician-heading-comments = Comments the report should carry
clinician-heading-flags = Flags and problems
clinician-heading-editions = Reading by edition
clinician-heading-retest = Retest by histology and specimen
clinician-heading-handling = Tissue handling
clinician-heading-tumor = Tumor
clinician-heading-quotes = Quotes

clinician-lead = { $status }; category: { $category }.
clinician-status = Status
clinician-category = Category
clinician-group = ISH group
clinician-group-none = none formed
clinician-lead-differ = Specimens of the same standing differ: see the results by specimen.
clinician-lead-contradicts = The report contradicts itself on HER2: not to be used before the laboratory has settled what is meant.
clinician-lead-otherwise = The report itself reads as { $signed }; that reading is kept beside this one.
clinician-signed = As the report reads
clinician-replaced = Replaced results
clinician-replaced-said = A later part of the report replaced these; they were not used.
clinician-date = Date of the report
clinician-edition = Guideline
clinician-context-prior = earlier or outside specimen
clinician-deciding = decides for the patient

column-question = Question
column-answer = Answer
column-row = Page and row
column-source = Source
column-basis = Basis
column-missing = Missing
column-who = Who supplies it
column-specimen = Specimen
column-edition = Edition
column-status = Status
column-category = Category
column-group = Group
column-evidence = Evidence
column-code = Code
column-meaning = Meaning

caption-findings = Findings in the order they were asked, with quote, row and source
caption-missing = Missing items and who supplies them
caption-flags = Flags and problems
caption-editions = The same evidence by each edition
caption-specimens = Every specimen with a HER2 result, never merged

basis-source = source
basis-project = rule of this project


nothing-missing = Nothing is missing for the HER2 status by this edition.
no-results = No HER2 result was read.
signed-kept = The signed result is kept; a reading by another edition stands beside it and does not replace it.
handling-fixation = Fixation { $hours } h
handling-ischaemia = Time to fixation { $minutes } min
handling-formalin-yes = Neutral buffered formalin
handling-formalin-no = Fixative other than neutral buffered formalin
handling-decalcified-yes = Decalcified
handling-decalcified-no = Not decalcified
handling-unknown = The record states neither fixation time nor time to fixation.

clinician-version = Knowledge version { $version }.
clinician-checked = Pages last compared with their sources: { $date }.
clinician-stale = Compared more than 12 months before: { $pages }.
caption-retest = What histology and specimen ask for
caption-handling = Tissue handling by the edition
handling-within-limits = Within the limits of the edition.
handling-outside-limits = Outside the limits of the edition.

clinician-own = Guideline of the report
clinician-own-stated = { $title }, as the report states
clinician-own-by-date = { $title }, by the date of the report; laboratories were months behind

tumor-er = Estrogen receptor
tumor-pr = Progesterone receptor
tumor-histology = Histologic type
tumor-grade = Grade
tumor-size = Invasive size
tumor-nodes = Nodes positive / examined
tumor-stage = TNM
tumor-ki67 = Ki-67
tumor-lvi = Lymphovascular invasion
tumor-margins = Margins

# How serious a problem of a record is.
severity-note = note
severity-warning = warning
severity-error = error
