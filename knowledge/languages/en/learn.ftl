# `her2 learn`: the frame of a topic, and the list of topics. The topics themselves are pages under `learn/`.

learn-title = What you can learn here
learn-lead = Read what you need now, and leave the rest for later.
learn-topics = Topics
learn-how = Type "her2 learn" and the name of a topic.
learn-topic = her2 learn { $topic }

learn-frame =
    This page is for everybody and is not about one person.
    It is not medical advice, and it does not replace your care team.
    Do not use it in an emergency.
learn-survival-note = You do not have to open it.

heading-learn-short = To begin with
heading-learn-more = Read on
heading-learn-names = Names you may hear
heading-learn-words = Words of your report

learn-related = Topics close to this one
learn-elsewhere = Good places to read on
learn-basis = A sentence with a number in brackets rests on the source of that number. The other sentences are general, and one page alone is not their source.
learn-checked = This page was last gone over on { $date }.

learn-names-one = { $name } ({ $brands })
learn-names-caption = Names on labels, by kind
learn-names-kind = Kind
learn-names-label = Names
learn-names-alike = Biosimilars
learn-names-none = none
learn-names-hint = Not every medicine in this list fits every person with HER2-positive cancer. Your team knows which ones can be used in your case.

kind-her2-antibody = Antibody
    .said = It sticks to HER2 on the outside of the cell and slows its signal.
kind-her2-dimerisation-antibody = Second antibody
    .said = It holds HER2 in another place, so that it cannot pair up. It is used together with the first antibody.
kind-her2-combined-antibodies = Both antibodies in one shot
    .said = The two antibodies are mixed and given under the skin.
kind-her2-fc-antibody = Antibody with a changed tail
    .said = It sticks to HER2 and is built to call more immune cells.
kind-her2-bispecific-antibody = Antibody with two hands
    .said = It holds HER2 in two places at once.
kind-her2-adc-microtubule = Conjugate, first type
    .said = An antibody that carries a strong drug into the cell. This drug stops the cell from dividing.
kind-her2-adc-topoisomerase = Conjugate, second type
    .said = An antibody that carries another strong drug into the cell. This drug breaks the thread that holds its genes.
kind-her2-kinase-inhibitor = Tablets
    .said = Small drugs that block the signal of HER2 inside the cell. They are taken at home.
