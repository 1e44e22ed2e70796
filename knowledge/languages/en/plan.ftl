# The plan for the clinician, and asking at a terminal.

asking-number = Please type a number ({ $unit }), with a point for decimals and no commas, or press Enter if it is not known.
asking-choice = Please type the number of a choice, or press Enter if it is not known.
