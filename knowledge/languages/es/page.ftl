# The frame of every page: titles, headings, labels, and the lines that do not depend on the report.

page-title = Su resultado de HER2 en palabras sencillas
clinician-title = Resumen de HER2 para el profesional clínico

frame-patient =
    Esta página dice en palabras sencillas lo que dice un informe.
    No le examina a usted, no es consejo médico y no reemplaza a su equipo médico.
    No muestra cifras de supervivencia y no elige un tratamiento.
    Léala a su ritmo, a solas o con alguien de confianza.
    No la use en una emergencia.

heading-tested = Qué se examinó
heading-meaning = Qué significa
heading-missing = Qué no se sabe todavía
heading-also = Qué más dice el informe
heading-notices = Fíjese en estos puntos
heading-rules = Qué reglas se usaron
heading-questions = Preguntas que tal vez quiera hacer
heading-words = Explicación de las palabras
heading-quotes = Las palabras exactas de su informe, en inglés
heading-sources = Fuentes

questions-hint = Marque las que quiera llevar a su cita.

label-skip = Ir a la parte principal
label-quote = cita textual
label-line = línea
label-contents = En esta página
label-source = fuente
label-to-verify = por verificar
label-less-sure = por verificar, con menos seguridad

foot-made = Un programa de computadora hizo esta página a partir de su informe, con reglas fijas.
foot-version = Reglas y palabras, versión { $version }.
foot-checked = La última vez que las reglas se compararon con sus fuentes fue el { $date }.
foot-limits = Puede equivocarse donde un informe es difícil de leer. Lo que vale siempre es el informe mismo.
foot-device = No es un dispositivo médico autorizado.
source-undated = sin fecha; consultado el { $date }
