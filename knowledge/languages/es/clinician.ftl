# The clinician's summary.

clinician-frame =
    Derivado del texto de un informe mediante tablas fijas; cada conclusión nombra sus palabras, su fila y su fuente.
    Para que lo revise un profesional junto con el informe. No es para emergencias, no es un dispositivo médico autorizado, no es consejo médico.

clinician-heading-result = Resultado
clinician-heading-specimens = Resultados por muestra
clinician-heading-findings = Cómo se decidió
clinician-heading-missing = Qué falta
clinician-heading-actions = Qué pide la guía
clinician-heading-comments = Comentarios que el informe debería llevar
clinician-heading-flags = Avisos y problemas
clinician-heading-editions = Lectura por edición
clinician-heading-retest = Repetición de la prueba según histología y muestra
clinician-heading-handling = Manejo del tejido
clinician-heading-tumor = Tumor
clinician-heading-quotes = Citas textuales

clinician-lead = { $status }; categoría: { $category }.
clinician-status = Estado
clinician-category = Categoría
clinician-group = Grupo de ISH
clinician-group-none = no se formó ninguno
clinician-lead-differ = Muestras del mismo rango difieren: vea los resultados por muestra.
clinician-lead-contradicts = El informe se contradice sobre HER2: no debe usarse antes de que el laboratorio aclare qué quiere decir.
clinician-lead-otherwise = El propio informe se lee así: { $signed }; esa lectura se conserva al lado de esta.
clinician-signed = Como se lee el informe
clinician-replaced = Resultados reemplazados
clinician-replaced-said = Una parte posterior del informe los reemplazó; no se usaron.
clinician-date = Fecha del informe
clinician-edition = Guía
clinician-context-prior = muestra anterior o externa
clinician-deciding = decide para el paciente

column-question = Pregunta
column-answer = Respuesta
column-row = Página y fila
column-source = Fuente
column-basis = Base
column-missing = Falta
column-who = Quién lo aporta
column-specimen = Muestra
column-edition = Edición
column-status = Estado
column-category = Categoría
column-group = Grupo
column-evidence = Evidencia
column-code = Código
column-meaning = Significado

caption-findings = Hallazgos en el orden en que se preguntaron, con cita textual, fila y fuente
caption-missing = Datos que faltan y quién los aporta
caption-flags = Avisos y problemas
caption-editions = La misma evidencia según cada edición
caption-specimens = Cada muestra con un resultado de HER2, nunca combinadas

basis-source = fuente
basis-project = regla de este proyecto


nothing-missing = No falta nada para el estado de HER2 según esta edición.
no-results = No se leyó ningún resultado de HER2.
signed-kept = Se conserva el resultado firmado; la lectura según otra edición figura al lado y no lo reemplaza.
handling-fixation = Fijación: { $hours } h
handling-ischaemia = Tiempo hasta la fijación: { $minutes } min
handling-formalin-yes = Formol tamponado neutro
handling-formalin-no = Fijador distinto del formol tamponado neutro
handling-decalcified-yes = Descalcificado
handling-decalcified-no = No descalcificado
handling-unknown = El registro no indica ni el tiempo de fijación ni el tiempo hasta la fijación.

clinician-version = Versión del conocimiento: { $version }.
clinician-checked = Páginas comparadas por última vez con sus fuentes: { $date }.
clinician-stale = Comparadas hace más de 12 meses: { $pages }.
caption-retest = Qué piden la histología y la muestra
caption-handling = Manejo del tejido según la edición
handling-within-limits = Dentro de los límites de la edición.
handling-outside-limits = Fuera de los límites de la edición.

clinician-own = Guía del informe
clinician-own-stated = { $title }, como indica el informe
clinician-own-by-date = { $title }, por la fecha del informe; los laboratorios la adoptaron con meses de retraso

tumor-er = Receptor de estrógeno
tumor-pr = Receptor de progesterona
tumor-histology = Tipo histológico
tumor-grade = Grado
tumor-size = Tamaño invasivo
tumor-nodes = Ganglios positivos / examinados
tumor-stage = TNM
tumor-ki67 = Ki-67
tumor-lvi = Invasión linfovascular
tumor-margins = Márgenes

# How serious a problem of a record is.
severity-note = nota
severity-warning = advertencia
severity-error = error
