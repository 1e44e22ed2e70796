# One patient over time: every sample, the result that counts now and why, what differs, and what to ask.

heading-timeline = Sus resultados de HER2 a lo largo del tiempo
timeline-intro =
    Sus registros hablan de { $count } muestras de tejido.
    Cada una conserva su propio resultado.
    Nunca se mezclan en uno.
timeline-current = La que cuenta ahora es la muestra { $number }.
timeline-no-current = No se puede elegir ninguna de ellas como la que cuenta ahora.
timeline-awaited = El resultado de la muestra { $number } todavía no se sabe. Puede cambiar la respuesta.
timeline-last-settled = El último resultado definitivo es el de la muestra { $number }: { $result }.
timeline-rest = El resto de esta página trata del informe de la muestra { $number }.
frame-patient-several =
    Esta página dice en palabras sencillas lo que dicen sus registros.
    No le examina a usted, no es consejo médico y no reemplaza a su equipo médico.
    No muestra cifras de supervivencia y no elige un tratamiento.
    Léala a su ritmo, a solas o con alguien de confianza.
    No la use en una emergencia.
clinician-frame-several =
    Derivado de varios registros de una misma persona mediante tablas fijas; cada conclusión nombra sus palabras, su fila y su fuente.
    Lo que no trata de la línea de tiempo se refiere al registro de la muestra actual.
    Para que un profesional lo revise junto con los registros. No es para emergencias, no es un dispositivo médico autorizado, no es consejo médico.
heading-timeline-differ = Qué no coincide
heading-timeline-ask = Qué tal vez quiera preguntar

sample-line = Muestra { $number }, { $day }: { $what }. Resultado: { $result }.
sample-line-undated = Muestra { $number }, sin fecha: { $what }. Resultado: { $result }.
sample-current = Este resultado cuenta ahora.
sample-superseded = Un informe posterior sobre esta muestra, que aquí lleva el número { $number }, lo reemplazó.
sample-quoted = Solo se conoce por las palabras de otro informe.
sample-low = { $result }, con una cantidad baja de HER2 (HER2-low)
sample-ultralow = { $result }, con una cantidad muy baja de HER2 (HER2-ultralow)
sample-point-primary = el primer tumor
sample-point-after_neoadjuvant = lo que quedó después del tratamiento con medicamentos
sample-point-recurrence = un tumor que volvió
sample-point-metastasis = un lugar adonde se extendió el cáncer
sample-procedure-core_biopsy = biopsia con aguja
sample-procedure-excision = cirugía que quitó el tumor
sample-procedure-mastectomy = cirugía que quitó el seno
sample-procedure-nodes = ganglios linfáticos
sample-procedure-metastasis = tejido de otra parte del cuerpo adonde llegó el cáncer
sample-side-left = lado izquierdo
sample-side-right = lado derecho
sample-side-bilateral = ambos lados
sample-unknown = una muestra de tejido

lanes-title = Resultados de HER2 a lo largo del tiempo
lanes-said = Una línea por cada tumor, de la muestra más antigua a la más nueva.
lanes-said-sample = Muestra { $number }, { $lane }, { $day }: { $result }.
lanes-said-therapy = { $name }: desde el { $from }, { $until }.
lanes-until = hasta el { $until }
lanes-until-unknown = último día no indicado
lane-left = Seno izquierdo
lane-right = Seno derecho
lane-bilateral = Ambos senos
lane-unknown = Tumor, lado no indicado
lane-metastasis = Metástasis
lane-unassigned = No se sabe de qué tumor
lane-numbered = { $name }, tumor { $number }
lane-negative = HER2 negativo
lane-positive = HER2 positivo
lane-open = sin resultado definitivo
lane-current = cuenta ahora
lane-undated = sin fecha

# Which sample counts, by the terms of the page `current-sample`.
current-rule-nothing = Ninguna muestra da un resultado que se pueda usar.
current-rule-of-the-report = Un mismo informe habla de todas las muestras. Se leyó en conjunto, con las reglas para un solo informe.
current-rule-latest-final = Cuenta el resultado definitivo más nuevo. Es el que más dice del cáncer como es ahora.
current-rule-latest-positive = Las muestras difieren, o una todavía no tiene resultado. Entonces cuenta un resultado positivo, para que no se pase por alto.
current-rule-latest-open = El resultado más nuevo no es definitivo. Hasta que lo sea, no hay una respuesta final.
current-rule-latest-final-of-spread = El cáncer volvió o se extendió, y ese tejido se examinó. Su resultado cuenta ahora.
current-rule-latest-positive-of-spread = Las muestras del cáncer que volvió o se extendió difieren. Cuenta la positiva, para que no se pase por alto.
current-rule-latest-open-of-spread = El tejido del cáncer que volvió o se extendió se examinó. Ese resultado todavía no es definitivo.
current-rule-latest-unusable = La muestra más nueva no dio un resultado que se pueda usar.

clinician-current-rule-nothing = Ninguna muestra tiene un resultado utilizable.
clinician-current-rule-of-the-report = Lo eligió la regla para un mismo informe.
clinician-current-rule-latest-final = La última muestra con resultado definitivo.
clinician-current-rule-latest-positive = La última muestra positiva: los resultados difieren o están abiertos, sin nada entre ellos que lo explique.
clinician-current-rule-latest-open = La última muestra, sin resultado definitivo.
clinician-current-rule-latest-final-of-spread = La última muestra con resultado definitivo de una metástasis o recurrencia.
clinician-current-rule-latest-positive-of-spread = La última muestra positiva de una metástasis o recurrencia.
clinician-current-rule-latest-open-of-spread = La última muestra de una metástasis o recurrencia, sin resultado definitivo.
clinician-current-rule-latest-unusable = La última muestra, aunque no se puede usar.

# What two samples contradict each other about, by the terms of the page `discordance`.
discordance-independent = Las muestras { $one } y { $two } son de dos tumores. Dos tumores pueden ser distintos.
discordance-same-tumour = Las muestras { $one } y { $two } parecen ser del mismo tumor, pero sus resultados son distintos.
discordance-after-treatment = La muestra { $two } se tomó después del tratamiento con medicamentos. Su resultado no es el de la muestra { $one }.
discordance-recurrence = La muestra { $two } es de un tumor que volvió. Su resultado no es el de la muestra { $one }.
discordance-primary-metastasis = Las muestras { $one } y { $two } son del primer tumor y de otra parte del cuerpo adonde llegó el cáncer. Sus resultados son distintos.
discordance-metastases = Las muestras { $one } y { $two } son de dos lugares adonde se extendió el cáncer. Sus resultados son distintos.
discordance-quoted-differently = Un informe cita para la muestra { $one } un resultado distinto del que está en el registro. Compárelo con la muestra { $two }.
discordance-amended = Un informe posterior del mismo tejido dice otra cosa: compare las muestras { $one } y { $two }.
discordance-why = Esto puede ser real. Un cáncer puede cambiar, o ser distinto de un lugar a otro. Una prueba también puede fallar.

clinician-discordance-independent = Muestras { $one } y { $two }: tumores distintos, sin contradicción.
clinician-discordance-same-tumour = Muestras { $one } y { $two }: un mismo tumor, resultados distintos. Compare las laminillas; heterogeneidad o error de la prueba.
clinician-discordance-after-treatment = Muestras { $one } y { $two }: la enfermedad residual difiere del resultado anterior al tratamiento.
clinician-discordance-recurrence = Muestras { $one } y { $two }: la recurrencia difiere del tumor.
clinician-discordance-primary-metastasis = Muestras { $one } y { $two }: el tumor primario y la metástasis difieren. Se conservan ambos resultados.
clinician-discordance-metastases = Muestras { $one } y { $two }: las metástasis difieren.
clinician-discordance-quoted-differently = Muestras { $one } y { $two }: un informe cita un resultado distinto del que está en el registro.
clinician-discordance-amended = Muestras { $one } y { $two }: un informe posterior de la misma muestra reemplaza al anterior.

# Low and ultralow, by the terms of the page `low-over-time`.
low-over-time-steady = La muestra que cuenta ahora tiene una cantidad baja de HER2, y ninguna otra muestra dice lo contrario.
low-over-time-appeared = La muestra que cuenta ahora tiene una cantidad baja de HER2. Otra no la tenía.
low-over-time-vanished = Otra muestra tenía una cantidad baja de HER2. La que cuenta ahora no la tiene.
low-over-time-never = Ninguna muestra tenía una cantidad baja de HER2.
low-over-time-not-known = La muestra que cuenta ahora no dice si la cantidad de HER2 es baja.

clinician-low-steady = HER2-low o HER2-ultralow en la muestra actual, y ninguna otra dice lo contrario.
clinician-low-appeared = HER2-low o HER2-ultralow en la muestra actual, no en todas las demás.
clinician-low-vanished = HER2-low o HER2-ultralow en otra muestra, no en la actual.
clinician-low-never = HER2-low o HER2-ultralow en ninguna muestra.
clinician-low-not-known = La muestra actual no permite distinguir HER2-low ni HER2-ultralow.

advice-sample = Después de la muestra { $number } se aconsejó una prueba nueva. En estos registros no hay ningún resultado de ella.
advice-metastasis = El cáncer se extendió, y en estos registros no hay ninguna prueba de ese tejido que se pueda usar. Las reglas piden una donde se pueda obtener tejido.
clinician-advice-sample = Después de la muestra { $number }: { $advice }
clinician-advice-metastasis = Se conoce una metástasis y no tiene un resultado utilizable: debe examinarse donde se pueda obtener tejido; evite el hueso descalcificado.

ask-over-time-which = ¿Cuál de estos resultados usan ahora para mi atención, y por qué?
ask-over-time-differ = ¿Por qué son distintos mis resultados? ¿Puede el laboratorio mirar de nuevo las dos muestras?
ask-over-time-open = ¿Cuándo será definitivo el resultado que falta?
ask-over-time-low = Una de mis muestras salió HER2 bajo. ¿Es eso importante para mi atención?
ask-over-time-test = ¿Habría que hacer la prueba de HER2 en una muestra nueva?
ask-over-time-undated = Un resultado no tiene fecha. ¿Me pueden decir cuándo se tomó esa muestra?
ask-over-time-missing = ¿Saben de otros resultados míos de HER2 que no estén aquí?

# For the clinician.
clinician-heading-timeline = Resultados a lo largo del tiempo
clinician-timeline-caption = Cada muestra con su propio hallazgo, de la más antigua a la más nueva; nada se promedia
clinician-timeline-rules = Qué se deduce a lo largo del tiempo, por fila
column-number = N.º
column-date = Fecha
column-sample = Muestra
column-tests = Pruebas
column-today = Edición actual
column-own = Edición propia
column-role = Situación
clinician-day-reported = { $day } (informado)
clinician-day-none = no indicado
clinician-point-primary = primario
clinician-point-after_neoadjuvant = después de terapia neoadyuvante
clinician-point-recurrence = recurrencia
clinician-point-metastasis = metástasis
clinician-standing-current = actual
clinician-standing-superseded = reemplazada por { $number }
clinician-standing-quoted = solo citada
clinician-standing-kept = conservada
clinician-timeline-current = Resultado actual
clinician-timeline-conflict = Contradicción
clinician-timeline-low = HER2-low y ultralow
clinician-timeline-advice = Repetir la prueba
clinician-timeline-sample = Muestra { $number }: { $words }
clinician-timeline-awaited = pendiente: muestra { $number }
clinician-timeline-settled = último definitivo: muestra { $number }

heading-plan-timeline = HER2 a lo largo del tiempo

quote-line = línea { $line }
quote-data = de los datos de su registro
quote-in-source = { $place }, { $source }
from-record-source = leído en el registro { $source }
