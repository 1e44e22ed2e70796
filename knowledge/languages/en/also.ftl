# What else the report says, one line each.

also-er = Estrogen receptor (ER)
also-pr = Progesterone receptor (PR)
also-positive = Positive. Hormones can help these cells grow.
also-positive-percent = Positive, in { $percent }% of the cells. Hormones can help these cells grow.
also-low_positive = Low positive. Only a few of the cells react to the hormone.
also-low_positive-percent = Low positive, in { $percent }% of the cells.
also-negative = Negative.
also-negative-percent = Negative, seen in { $percent }% of the cells.
also-receptor-pending = The result is still to come.
also-receptor-conflict = The report gives results that do not agree.
also-receptor-not_reported = Not found in this report.

also-histology = Type of cancer
histology-ductal = Ductal, which means that it began in the milk ducts. Some labs call it "no special type".
histology-lobular = Lobular, which means that it began in the glands that make milk.
histology-mixed = Mixed, with a ductal and a lobular part.
histology-mucinous = Mucinous, a type that makes mucus.
histology-tubular = Tubular, a type that forms small tubes.
histology-cribriform = Cribriform, a type with small round holes in it.
histology-papillary = Papillary, a type that forms small fingers.
histology-micropapillary = Micropapillary, a type that forms very small clumps.
histology-medullary = Medullary, a type with many immune cells in it.
histology-metaplastic = Metaplastic, a rare type with more than one kind of cell.
histology-adenoid_cystic = Adenoid cystic, a rare type.
histology-apocrine = Apocrine, a type that looks like sweat gland cells.
histology-other = A type that this page has no plain words for. The report names it.

also-grade = Grade
grade-1 = 1 of 3. The cells look a lot like normal cells.
grade-2 = 2 of 3. The cells look somewhat different from normal cells.
grade-3 = 3 of 3. The cells look very different from normal cells.
also-size = Size
size-mm = { $mm } mm, which is { $cm } cm, for the largest invasive part.
also-nodes = Lymph nodes
nodes-some = { $examined ->
    [one] Cancer was found in the one lymph node looked at.
   *[other] Cancer was found in { $positive } of { $examined } lymph nodes.
}
nodes-none = { $examined ->
    [one] No cancer was found in the one lymph node looked at.
   *[other] No cancer was found in the { $examined } lymph nodes looked at.
}
nodes-positive-only = Cancer was found in { $positive ->
    [one] one lymph node.
   *[other] { $positive } lymph nodes.
}
nodes-none-only = No cancer was found in the lymph nodes looked at.
nodes-examined-only = The lab looked at { $examined ->
    [one] one lymph node.
   *[other] { $examined } lymph nodes.
}
also-stage = TNM letters
stage-letters = { $letters }. They sum up the size (T), the lymph nodes (N) and the spread (M).
also-ki67 = Ki-67
ki67-percent = { $percent }%. It shows how many of the cells are about to divide.
also-lvi = Vessels
lvi-present = Cancer cells were seen in small vessels.
lvi-absent = No cancer cells were seen in small vessels.
lvi-uncertain = It is not sure if cancer cells are in small vessels.
also-margins = Edges
margins-positive = Cancer was seen at the edge of the removed tissue.
margins-negative = No cancer was seen at the edge of the removed tissue.
also-multiple = The report describes more than one tumor. The lines below hold for the report as a whole, not for each tumor.
also-none = This page did not find the other main facts in the report.
