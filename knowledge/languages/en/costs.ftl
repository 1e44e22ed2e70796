# What things cost, and where help is. No price of any medicine stands here: those have a date and a place of their own.

heading-costs = Costs, and where help is
costs-said =
    What you pay depends on your insurance, on where you get the medicine, and on help that you can ask for.
    No page can tell you ahead.
costs-limit =
    You may find a price that is called the Medicare payment limit.
    It is what Medicare pays a clinic for a medicine.
    It is not what you pay, and it leaves out a part of the cost.
costs-asks =
    Who can tell me what I will pay, before I start?
    Does my insurance have to agree ahead of time, and who sends in the papers?
    Who can help with copays, travel and lost pay?
costs-no = If your insurance says no, that is often not the last word. You can ask for the reason in writing and appeal.
