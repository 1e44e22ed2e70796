# Cards that a health record shows a professional beside a patient.

card-source = The project HER2 in Focus
card-quotes = Words of the record
card-rows = Rows and pages
card-frame = Derived from the records sent with the request, by fixed tables. For review by a professional: it is no order and no medical advice. What is not in these records is not known here, and is not negative.
card-version = Knowledge version { $version }.

card-summary-her2-positive = { $status } by { $edition }
card-summary-her2-status = { $status } by { $edition }; { $category }
card-summary-her2-no-result = Breast cancer is known; no HER2 result is in the records sent
card-summary-her2-open = HER2 is not settled ({ $status }); awaited: { $awaited }
card-summary-her2-unsettled = HER2 is not settled: { $status }
card-summary-her2-conflict = HER2: specimens of the same standing differ
card-summary-her2-contradicts = HER2: the report contradicts itself
card-summary-her2-differs = HER2: the report reads otherwise than its own numbers by the guideline
card-summary-her2-discordance = HER2: results of two samples contradict each other
card-summary-primary-metastasis = HER2: primary and metastasis differ
card-summary-recurrence = HER2: the recurrence differs from the tumor
card-summary-after-treatment = HER2: residual disease differs from the result before treatment
card-summary-metastases = HER2: metastases differ
card-summary-same-tumour = HER2: two samples of one tumor differ
card-summary-quoted-differently = HER2: a report quotes another result than the one on file
card-summary-amended = HER2: a later report of the specimen says something else
card-summary-her2-retest = HER2: the guideline asks for a new test
card-summary-her2-metastasis = HER2: a metastasis is known and has no usable result
card-summary-order-no-result = { $medicine }: no HER2 result is in the records sent
card-summary-order-open = { $medicine }: the HER2 result does not settle what the label asks for ({ $status })
card-summary-order-not-listed = { $medicine }: its label does not list it for the HER2 result found ({ $status })
card-summary-lvef-before = { $medicine }: no LVEF from before the first dose is on file; the label asks for one
card-summary-lvef-start = { $medicine }: LVEF { $percent }% is below what the label asks for before the first dose
card-summary-lvef-overdue = { $medicine }: no LVEF on file; by the label one was due on { $date }
card-summary-lvef-action = { $medicine }: at LVEF { $percent }% the label asks for: { $action }
card-summary-lvef-action-open = { $medicine }: what the label asks for at LVEF { $percent }% is open
card-summary-lvef-next = { $medicine }: by the label the next LVEF is due on { $date }
card-summary-records-incomplete = Not all records were sent: a search had further answers or failed
card-summary-her2-not-final = HER2 is not settled: { $status } by a result that is not final ({ $state })
card-summary-report-unread = A pathology report was sent whose content could not be read
card-summary-resource-unread = A part of the records sent was not understood and not read
card-summary-value-unread = A value in the records sent was not understood and not read

card-said-evidence = Read from the record: { $evidence }. Decided by { $edition }.
card-said-her2-no-result = No HER2 result was read in the records sent. It may stand elsewhere.
card-said-diagnosed = The records name breast cancer, first on { $date }.
card-said-awaited = Awaited: { $what } ({ $who }).
card-said-action = The guideline asks for: { $action }
card-said-label = The label of { $medicine } lists it for { $setting } disease where the HER2 result is: { $results }.
card-any-setting = any
card-said-lvef = LVEF { $percent }% on { $date }.
card-said-lvef-none = No LVEF was read in the records sent.
card-said-lvef-before = No LVEF was read in the records sent. The label of { $medicine } asks for one before the first dose.
card-said-lvef-before-begun = The first dose was on { $start }. No LVEF from before it was read in the records sent; the label of { $medicine } asks for one.
card-said-lvef-start = The label of { $medicine } names a bound for the first dose, and this value is below it.
card-said-lvef-overdue = By the schedule of the label of { $medicine } one was due on { $date }{ $more ->
    [0] {""}
   *[other] {" "}(and { $more } more since)
  }, and no later one is on file.
card-said-lvef-action = By this value the label of { $medicine } asks for: { $action }.
card-said-lvef-action-open = By this value the label of { $medicine } asks for one of: { $action }. What else decides is not in the records sent.
card-said-lvef-next = By the schedule of the label of { $medicine } the next one is due on { $date }.
card-said-records-incomplete = These searches had further answers that were not sent, or failed in part: { $searches }. A result may stand among them. What is missing here is not negative.
card-state-result-preliminary = preliminary
card-state-report-preliminary = preliminary report
card-state-report-partial = partial report
card-state-result-status-unknown = status unknown
card-state-report-status-unknown = status of the report unknown
card-said-result-preliminary = The laboratory calls the result preliminary. It may still change.
card-said-report-preliminary = The laboratory calls the report preliminary. It may still change.
card-said-report-partial = The report is called partial. More may follow, and what is there may still change.
card-said-result-status-unknown = The sender does not say whether the result is final.
card-said-report-status-unknown = The sender does not say whether the report is final.
card-said-lvef-not-final = This value is not called final. It may still change.
card-said-not-whole = Not everything was sent or understood; another card names what. What is missing here is not negative.
card-said-report-unread = A pathology report was sent whose content could not be read, such as a picture, a locked file, or an address without the document. A result may stand in it. What is missing here is not negative.
card-said-resource-unread = A resource among the records sent was not understood, and nothing was read from it. A result may stand in it. What is missing here is not negative.
card-said-value-unread = The value of a result among the records sent was not understood, and nothing was read from it. What is missing here is not negative.

card-topic-her2-status = HER2 status
card-topic-her2-no-result = HER2 result not found
card-topic-her2-open = HER2 status not settled
card-topic-her2-differs = HER2 report and rules differ
card-topic-her2-discordance = HER2 results of samples differ
card-topic-her2-retest = New HER2 test asked for
card-topic-order-no-result = Medicine against HER2 without a result
card-topic-order-open = Medicine against HER2 and an open result
card-topic-order-not-listed = Medicine against HER2 and another result
card-topic-lvef-before = LVEF before the first dose
card-topic-lvef-start = LVEF below the bound before the first dose
card-topic-lvef-overdue = LVEF overdue
card-topic-lvef-action = LVEF and the label
card-topic-lvef-next = Next LVEF
card-topic-records-incomplete = Records not complete

card-reason-done-elsewhere = It was done, and is not in these records
card-reason-team-decided = The team knows and has decided
card-reason-other-disease = It is about another disease
card-reason-off-label-intended = Use outside the label is intended
card-reason-record-wrong = The record is wrong

# The services that give the cards.

cds-title-her2-testing = HER2 in Focus: HER2 status
cds-title-her2-testing-order-sign = HER2 in Focus: HER2 status before orders are signed
cds-title-her2-monitoring = HER2 in Focus: medicines against HER2
cds-description-her2-testing = Reads the HER2 results of a patient with breast cancer and shows the status by the testing guideline, what is awaited, and where results contradict each other, each with the words of the record, the row and the source.
cds-description-her2-testing-order-sign = The same where an order of a medicine against HER2 is about to be signed: the HER2 result it rests on, and whether the label lists the medicine for it. Other orders get no card.
cds-description-her2-monitoring = For an order of a medicine against HER2: the HER2 result it rests on, and the ejection fraction that its label asks for: before the first dose, next, overdue, or asking for a hold. Other orders get no card.
cds-usage = For professionals, who can review the basis of each card in its detail. It is no order, no medical advice and no cleared medical device. Nothing sent is kept. What is not among the records sent is not known, and is not negative.
cds-link = Open HER2 in Focus
