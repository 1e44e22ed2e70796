# Prognostic scores, for clinicians and for research.

heading-prognosis = Puntuaciones pronósticas (para investigación)
prognosis-frame =
    Solo para investigación, no para decidir el tratamiento.
    Un programa que no es un dispositivo médico autorizado calcula estos números con fórmulas publicadas.
    Son promedios de grupos tratados hace años y no pueden decir qué le pasará a una persona.
    Nada de esta sección cambia las opciones que se muestran.
prognosis-none = Con lo que se sabe no se puede dar ninguna puntuación.

prognosis-result = Resultado
prognosis-uses = Calculado a partir de
prognosis-assumes = No se sabe
prognosis-assumes-said = { $names }: se usa en su lugar el valor que la propia puntuación tiene para “no se sabe”.
prognosis-would-add = Añadiría filas
prognosis-version = Versión
prognosis-version-said = { $version }; página { $page }, comparada por última vez con su fuente el { $date }.
prognosis-licence = Licencia
prognosis-limits = Límites
prognosis-value-class = { $value }: { $class }
prognosis-points = { $points } de 6 puntos
prognosis-answer = { $question }: { $answer }
prognosis-surgery-alone = Solo cirugía, a los 10 años: { $alive }% con vida, { $breast }% muertes por cáncer de seno, { $other }% muertes por otras causas.
prognosis-order =
    Las tablas dan el porcentaje de personas con vida, una tabla por cada tipo de quimioterapia que el modelo conoce.
    Cada fila se suma a las filas de arriba; la diferencia es con la fila anterior, a los 15 años.
    El orden es el del modelo y no es un consejo.

prognosis-table-second = Porcentaje con vida, con quimioterapia de segunda generación
prognosis-table-third = Porcentaje con vida, con quimioterapia de tercera generación
prognosis-column-step = Tratamiento
prognosis-column-5 = 5 años
prognosis-column-10 = 10 años
prognosis-column-15 = 15 años
prognosis-column-more = Diferencia
prognosis-step-surgery = solo cirugía
prognosis-step-radiotherapy = + radioterapia
prognosis-step-hormone = + terapia hormonal, 5 años
prognosis-step-chemotherapy-second = + quimioterapia, segunda generación
prognosis-step-chemotherapy-third = + quimioterapia, tercera generación
prognosis-step-her2 = + trastuzumab
prognosis-step-bisphosphonate = + bifosfonato
prognosis-step-hormone-extended = terapia hormonal 10 años, no 5

prognosis-picture = Dónde están los valores
prognosis-picture-said = { $score }: { $value }, { $class }.
prognosis-picture-caption = Las líneas cortas son los cortes entre clases.

heading-prognosis-not-given = No se da
prognosis-asks = Necesita: { $names }.

prognosis-class-good = pronóstico bueno
prognosis-class-moderate = pronóstico moderado
prognosis-class-poor = pronóstico malo
prognosis-class-low = riesgo bajo de recurrencia tardía
prognosis-class-intermediate = riesgo intermedio de recurrencia tardía
prognosis-class-high = riesgo alto de recurrencia tardía
prognosis-class-RCB-0 = RCB-0
prognosis-class-RCB-I = RCB-I
prognosis-class-RCB-II = RCB-II
prognosis-class-RCB-III = RCB-III

prognosis-refusal-metastatic = No para enfermedad metastásica.
prognosis-refusal-in-situ = No sin cáncer invasivo.
prognosis-refusal-after-systemic-therapy = No después de un tratamiento sistémico previo a la cirugía.
prognosis-refusal-not-after-systemic-therapy = Solo para una cirugía que siguió a un tratamiento sistémico.
prognosis-refusal-before-surgery = No antes de la cirugía.
prognosis-refusal-after-therapy = No una vez terminado el tratamiento posterior a la cirugía.
prognosis-refusal-male = No se hizo para hombres.
prognosis-refusal-receptor-negative = Solo si el receptor de estrógeno es positivo.
prognosis-refusal-her2-not-positive = Solo si HER2 es positivo.
prognosis-refusal-her2-with-chemotherapy = No para cáncer HER2 positivo tratado con quimioterapia.
prognosis-refusal-before-menopause = No antes de la menopausia.
prognosis-refusal-endocrine-too-short = Solo después de cinco años de terapia endocrina.
prognosis-refusal-age = La edad está fuera de lo que admite la puntuación.
prognosis-refusal-size = El tamaño está fuera de lo que admite la puntuación; ¿la unidad es mm?
prognosis-refusal-nodes = El número de ganglios está fuera de lo que admite la puntuación.
prognosis-refusal-micrometastasis = La categoría dice micrometástasis, el recuento dice que no hay ganglios.
prognosis-refusal-percent = Un porcentaje es mayor de 100.
prognosis-refusal-nodes-without-size = Los ganglios con cáncer necesitan el tamaño de la metástasis más grande, y un tamaño necesita ganglios.
prognosis-refusal-bed-without-width = El lecho tumoral tiene solo una dimensión.
prognosis-refusal-cancer-without-bed = Se da el cáncer, pero no el tamaño del lecho tumoral.
prognosis-refusal-grade = El total del grado es mayor de 9.
prognosis-refusal-stage = No se hizo para esta etapa.
prognosis-refusal-treatment = La versión no conoce el tratamiento.

question-er-positive = Receptor de estrógeno positivo
    .ask = ¿El receptor de estrógeno es positivo?
    .help = Del cáncer invasivo; 1% de los núcleos o más.
question-pr-positive = Receptor de progesterona positivo
    .ask = ¿El receptor de progesterona es positivo?
    .help = Del cáncer invasivo; 1% de los núcleos o más.
question-nottingham-total = Total de Nottingham
    .ask = ¿Cuál es la suma de las tres puntuaciones parciales del grado de Nottingham?
    .help = De 3 a 9.

question-detection = Cómo se encontró
    .ask = ¿Cómo se encontró el cáncer?
    .help = Por una prueba de detección, o porque alguien notó un cambio.
term-detection-symptoms = síntomas
term-detection-screening = prueba de detección
question-tumour-size = Tamaño invasivo del tumor
    .ask = ¿Cuál es la mayor extensión invasiva del tumor primario, en mm?
    .help = Por patología si la cirugía fue lo primero.
question-positive-nodes = Ganglios positivos
    .ask = ¿En cuántos ganglios regionales había cáncer?
    .help = En una cirugía que fue lo primero; las células tumorales aisladas por sí solas no cuentan.
question-ki67 = Ki-67
    .ask = ¿Cuál es el Ki-67, en porcentaje?
    .help = Del cáncer invasivo.
question-smoker = Tabaquismo
    .ask = ¿La persona fuma ahora?
    .help = En la actualidad.
question-heart-dose = Dosis media en el corazón
    .ask = ¿Cuál es la dosis media en el corazón, en Gy?
    .help = De la radioterapia planeada o administrada.
question-endocrine-years = Años de terapia endocrina sin recurrencia
    .ask = ¿Cuántos años de terapia endocrina se completaron sin recurrencia?
    .help = Años completos.
question-nuclear-grade = Grado nuclear
    .ask = ¿Cuál es el grado nuclear?
    .help = Solo de los núcleos, no el grado global.
term-nuclear-grade-1 = 1
term-nuclear-grade-2 = 2
term-nuclear-grade-3 = 3
question-stage-group-after = Grupo de etapa después del tratamiento sistémico
    .ask = ¿Cuál es el grupo de etapa según lo que encontró la cirugía después del tratamiento sistémico?
    .help = Según ypT, ypN y M.
term-stage-group-after-0 = etapa 0
term-stage-group-after-IA = etapa IA
term-stage-group-after-IB = etapa IB
term-stage-group-after-IIA = etapa IIA
term-stage-group-after-IIB = etapa IIB
term-stage-group-after-IIIA = etapa IIIA
term-stage-group-after-IIIB = etapa IIIB
term-stage-group-after-IIIC = etapa IIIC
term-stage-group-after-IV = etapa IV
term-stage-group-after-no-group = sin grupo de etapa para esto
question-prognostic-stage = Etapa pronóstica
    .ask = ¿Cuál es la etapa pronóstica?
    .help = Como la indica el registro; ninguna tabla de ella forma parte de este programa.
term-prognostic-stage-0 = etapa 0
term-prognostic-stage-IA = etapa IA
term-prognostic-stage-IB = etapa IB
term-prognostic-stage-IIA = etapa IIA
term-prognostic-stage-IIB = etapa IIB
term-prognostic-stage-IIIA = etapa IIIA
term-prognostic-stage-IIIB = etapa IIIB
term-prognostic-stage-IIIC = etapa IIIC
term-prognostic-stage-IV = etapa IV
term-prognostic-stage-no-group = sin grupo de etapa para esto
question-low-genomic-score = Puntuación genómica baja
    .ask = ¿Hay una puntuación genómica por debajo del límite que nombra la tabla cargada?
    .help = No, si no se midió ninguna.
question-residual-bed-length = Lecho tumoral después del tratamiento, lo más largo
    .ask = ¿Cuál es la dimensión más larga del lecho tumoral después del tratamiento, en mm?
    .help = Por patología.
question-residual-bed-width = Lecho tumoral después del tratamiento, a lo ancho
    .ask = ¿Cuál es la dimensión perpendicular a ella, en mm?
    .help = Por patología.
question-residual-cellularity = Celularidad después del tratamiento
    .ask = ¿Qué porcentaje del lecho tumoral es cáncer?
    .help = Incluido el cáncer in situ.
question-residual-in-situ = Parte in situ después del tratamiento
    .ask = ¿Qué porcentaje de ese cáncer es in situ?
    .help = Por patología.
question-residual-nodes = Ganglios positivos después del tratamiento
    .ask = ¿En cuántos ganglios había cáncer después del tratamiento?
    .help = Por patología.
question-residual-node-size = Metástasis ganglionar más grande después del tratamiento
    .ask = ¿Cuánto mide la metástasis más grande en un ganglio después del tratamiento, en mm?
    .help = Por patología.
