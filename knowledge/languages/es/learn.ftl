# `her2 learn`: the frame of a topic, and the list of topics. The topics themselves are pages under `learn/`.

learn-title = Lo que puede aprender aquí
learn-lead = Lea lo que necesita ahora, y deje el resto para después.
learn-topics = Temas
learn-how = Escriba “her2 learn”, el nombre de un tema y “--lang es”.
learn-topic = her2 learn { $topic } --lang es

learn-frame =
    Esta página es para todo el mundo y no trata de una persona en particular.
    No es consejo médico, y no reemplaza a su equipo médico.
    No la use en una emergencia.
learn-survival-note = No tiene que abrirlo.

heading-learn-short = Para empezar
heading-learn-more = Seguir leyendo
heading-learn-names = Nombres que puede oír
heading-learn-words = Palabras de su informe

learn-related = Temas cercanos a este
learn-elsewhere = Buenos lugares para seguir leyendo
learn-basis = Una oración con un número entre corchetes se apoya en la fuente de ese número. Las demás oraciones son generales, y ninguna página es por sí sola su fuente.
learn-checked = Esta página se revisó por última vez el { $date }.

learn-names-one = { $name } ({ $brands })
learn-names-caption = Nombres en las etiquetas, por tipo
learn-names-kind = Tipo
learn-names-label = Nombres
learn-names-alike = Biosimilares
learn-names-none = ninguno
learn-names-hint = No todos los medicamentos de esta lista son adecuados para cada persona con cáncer HER2 positivo. Su equipo médico sabe cuáles se pueden usar en su caso.

kind-her2-antibody = Anticuerpo
    .said = Se pega a HER2 en la parte de afuera de la célula y frena su señal.
kind-her2-dimerisation-antibody = Segundo anticuerpo
    .said = Sujeta HER2 por otro lugar, para que no pueda formar pareja. Se usa junto con el primer anticuerpo.
kind-her2-combined-antibodies = Los dos anticuerpos en una inyección
    .said = Los dos anticuerpos están mezclados y se dan debajo de la piel.
kind-her2-fc-antibody = Anticuerpo con una cola cambiada
    .said = Se pega a HER2 y está hecho para llamar a más células de defensa.
kind-her2-bispecific-antibody = Anticuerpo con dos manos
    .said = Sujeta HER2 por dos lugares a la vez.
kind-her2-adc-microtubule = Conjugado, primer tipo
    .said = Un anticuerpo que lleva un medicamento fuerte al interior de la célula. Este medicamento impide que la célula se divida.
kind-her2-adc-topoisomerase = Conjugado, segundo tipo
    .said = Un anticuerpo que lleva otro medicamento fuerte al interior de la célula. Este medicamento rompe el hilo que contiene sus genes.
kind-her2-kinase-inhibitor = Tabletas
    .said = Medicamentos pequeños que bloquean la señal de HER2 dentro de la célula. Se toman en casa.
