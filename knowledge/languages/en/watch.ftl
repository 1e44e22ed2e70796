# What is usually watched during treatment against HER2, and when to call.

heading-watch = What is usually watched
watch-positive =
    Medicines against HER2 can make the heart pump less well for a time.
    So the heart is scanned before treatment and again during it.
watch-low = If you are ever given the kind of medicine named above, your heart, your lungs and your blood are watched during treatment.
watch-antibodies = Heart scans with antibodies
watch-others = Heart scans with other kinds
watch-also = What else is watched

heading-call = When to call
call-intro = This is for the time of treatment against HER2. Ask which number to call by day and at night.
call-now = Call 911
call-at-once = Call your team at once, day or night
call-soon = Call your team within a day or two
