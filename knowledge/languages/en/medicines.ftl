# Which kinds of medicine there are for a result, in general. Which of them, if any, is never said here.

heading-medicines = Kinds of medicine for this result

general-from-here =
    From here on, this page tells what holds in general for a result like yours.
    It is not a plan, and your team may plan other things for you.

medicines-positive =
    Some medicines are made to find HER2 and block it.
    In the United States, these kinds have been approved for some people with HER2-positive breast cancer.
medicines-low =
    Most medicines against HER2 are not made for HER2-low cancer.
    In the United States, this kind has been approved for some people with HER2-low breast cancer.
medicines-ultralow =
    Most medicines against HER2 are not made for HER2-ultralow cancer.
    In the United States, this kind has been approved for some people with HER2-ultralow breast cancer that has hormone receptors.
medicines-not-a-choice =
    This list is the same for everybody with this result.
    It does not choose for you.
    What fits you depends on the stage, on what you had before, on your heart and lungs, and on what you want.
medicines-beside = They are often given together with chemotherapy, or with hormone therapy if the cancer has hormone receptors.

medicines-untold =
    Some medicines are made to find HER2 and block it.
    This page does not list the kinds there were on the day it was made for.
    Your team can tell you about them.

medicines-none =
    Medicines that block HER2 are not made for this result.
    There are other treatments, such as surgery, radiation, hormone therapy and chemotherapy.
    Your team can tell you which of them fit.
medicines-detail = One kind of medicine can matter later for some people, if the exact score is 1+ or a trace was seen. Ask your team if you need to know it now.
medicines-waiting =
    Which kinds of medicine come into question depends on the HER2 result.
    So this part waits until the result is settled.
    It is fine to ask what can be planned in the meantime.
medicines-not-invasive =
    Medicines against HER2 are made for invasive cancer.
    From this report, they do not come into question.
    If invasive cancer is found, HER2 is tested on it.

group-antibodies = Antibodies
    .said = They stick to HER2 on the outside of the cell and slow its signal. They are given through a vein or under the skin.
group-conjugates = Antibodies that carry chemotherapy
    .said = They are also called conjugates. They bring a strong drug into the cells that have HER2. They are given through a vein.
group-tablets = Tablets
    .said = They block the signal of HER2 inside the cell. You take them at home.
group-when-early = Approved for some people with early cancer.
group-when-metastatic = Approved for some people whose cancer has spread or cannot be removed.

more-topic = More about this: her2 learn { $topic }
