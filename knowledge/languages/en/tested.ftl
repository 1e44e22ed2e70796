# What was tested, with its numbers.

tested-what =
    HER2 is a protein on the outside of cells.
    Labs test a piece of the tumor for it.
    The test looks at the tumor only, so it does not tell what runs in your family.
tested-date = The report is dated { $date }.
tested-ihc = The protein test (IHC) shows how much HER2 is on the cells. Your score is { $score }.
tested-ihc-percent = The lab saw this staining in { $percent }% of the cancer cells.
tested-ihc-percent-strong = Strong staining all around the cell was seen in { $percent }% of the cancer cells.
tested-ihc-word = The protein test (IHC) shows how much HER2 is on the cells. The report calls the result { $word }, without a score.
tested-ihc-not-done = The report says that the protein test (IHC) was not done.
tested-ish-not-done = The report says that it was not done.
tested-ish-dual = The gene test (ISH, often called FISH) counts copies of the HER2 gene in the cells.
tested-ish-ratio = The ratio is { $ratio }. It compares the HER2 gene with a marker on the same chromosome.
tested-ish-copies = On average, the lab counted { $copies } HER2 copies in each cell.
tested-ish-cells = { $cells ->
    [one] The lab looked at one cell.
   *[other] The lab looked at { $cells } cells.
}
tested-ish-word = The report calls the result of the gene test { $word }.
tested-unspecified = The report calls HER2 { $word }, but it does not say which test was used.
tested-rejected-ihc = The protein test could not be used.
tested-rejected-ish = The gene test could not be used.
tested-replaced = The report also holds an older HER2 result. A later part of the report replaced it, so this page does not use it.
tested-none = No HER2 test with a result was found in this report.

word-positive = positive
word-negative = negative
word-equivocal = in between
word-amplified = amplified, which means extra copies
word-not_amplified = not amplified, which means no extra copies
word-overexpressed = too much HER2
word-not_overexpressed = not too much HER2
word-weakly_positive = weakly positive
word-indeterminate = without a clear answer
word-pending = still to come
word-not_performed = not done

scale-title = The scale of the protein test
scale-here = your result
scale-zero = 0
scale-ultralow = ultralow
scale-one = 1+
scale-two = 2+
scale-three = 3+
scale-negative = negative
scale-second-test = 2nd test
scale-positive = positive
scale-said =
    A row of five steps, from no HER2 on the left to the most on the right: 0, ultralow (0 with a trace), 1+, 2+ and 3+.
    The first three are negative, 2+ needs a second test, and 3+ is positive.
scale-marked-one = Your result is marked at { $place }.
scale-marked-some = Your result is one of these: { $place }.
scale-marked-none = The report gives no score, so no step is marked.
scale-or = { $first } or { $second }

gauges-title = The numbers of the gene test
gauges-ratio = Ratio
gauges-copies = HER2 copies in each cell
gauges-said-one-cut = { $name }: your number is { $value }. The mark is at { $cut }.
gauges-said-two-cuts = { $name }: your number is { $value }. The marks are at { $low } and { $high }.
gauges-read = The marks show where the rules draw a line. The rules read both numbers together.
gauges-read-single = The marks show where the rules draw a line.

day = { $month } { $day }, { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
