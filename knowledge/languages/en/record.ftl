# What a record says, in short words for a professional: `record-<what>-<answer>`.

record-stain-none = none
record-stain-faint_incomplete = faint incomplete
record-stain-weak_moderate_complete = weak moderate complete
record-stain-moderate_intense_incomplete = moderate intense incomplete
record-stain-intense_complete = intense complete

record-probe-dual = dual
record-probe-single = single

record-word-positive = positive
record-word-negative = negative
record-word-equivocal = equivocal
record-word-amplified = amplified
record-word-not_amplified = not amplified
record-word-overexpressed = overexpressed
record-word-not_overexpressed = not overexpressed
record-word-weakly_positive = weakly positive
record-word-indeterminate = indeterminate
record-word-pending = pending
record-word-not_performed = not performed

record-recount = recount
record-ratio = ratio { $value }
record-her2-copies = HER2 per cell { $value }
record-cep17-copies = CEP17 per cell { $value }
record-her2-total = HER2 total { $value }
record-cep17-total = CEP17 total { $value }
record-cells = cells { $value }
record-observers = observers { $value }
record-group = signed group { $value }
record-rejected = declared invalid
record-percent = { $value } %

record-receptor-positive = positive
record-receptor-negative = negative
record-receptor-low_positive = low positive
record-receptor-pending = pending
record-receptor-conflict = conflict
record-receptor-not_reported = not reported
record-allred = Allred { $value }
record-h-score = H-score { $value }

record-histology-ductal = ductal
record-histology-lobular = lobular
record-histology-mixed = mixed
record-histology-mucinous = mucinous
record-histology-tubular = tubular
record-histology-cribriform = cribriform
record-histology-papillary = papillary
record-histology-micropapillary = micropapillary
record-histology-medullary = medullary
record-histology-metaplastic = metaplastic
record-histology-adenoid_cystic = adenoid cystic
record-histology-apocrine = apocrine
record-histology-other = other

record-seen-present = present
record-seen-absent = absent
record-seen-uncertain = uncertain
record-margins-positive = positive
record-margins-negative = negative

record-side-left = left
record-side-right = right
record-side-bilateral = bilateral
record-procedure-core_biopsy = core biopsy
record-procedure-excision = excision
record-procedure-mastectomy = mastectomy
record-procedure-nodes = nodes
record-procedure-metastasis = metastasis

record-outcome-completed = completed
record-outcome-progressed = progressed
record-outcome-toxicity = toxicity
record-outcome-ongoing = ongoing
record-outcome-unknown = unknown

# Units of numbers, where they are words.
unit-many-areas = areas
unit-many-cells = cells
unit-many-days = days
unit-many-holds = holds
unit-many-lines = lines
unit-many-months = months
unit-many-nodes = nodes
unit-many-per-cell = per cell
unit-many-per-nL = per nL
unit-many-points = points
unit-many-regimens = regimens
unit-many-times-the-upper-limit = times the upper limit
unit-many-weeks = weeks
unit-many-years = years

# An approval of a medicine: the day, and what for.
drug-approval = { $date } { $what }

# On every document of a language whose words no clinician has read yet.
language-not-reviewed = These words were not yet reviewed by a clinician.
