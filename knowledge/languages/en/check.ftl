# The checker of reports, on a screen.

check-error = error
check-warning = warning
check-note = note
check-why = why
check-do = do
check-source = source
check-value = value
check-also = also
check-project-rule = { $source } (a rule of this project)
