# El mapa del camino de la atención, con "usted está aquí". Lo que no lleva `plain` en el nombre es para profesionales;
# `map-plain-…` es para todas las personas. Ningún mensaje nombra un tratamiento.

heading-map = El camino de la atención
map-title = Mapa del camino de la atención, con el paso al que se ha llegado
map-here = usted está aquí
map-part-early = Enfermedad temprana
map-part-metastatic = Enfermedad metastásica

map-key-here = el paso al que se ha llegado
map-key-perhaps = puede ser el paso; todavía no se sabe
map-key-open = puede estar en el camino
map-key-muted = entre paréntesis: no está en este camino, o sin medicamento HER2

map-step-diagnosis = Diagnóstico
map-step-her2-test = Prueba de HER2
map-step-result-positive = HER2 positivo
map-step-result-low = HER2 bajo o ultrabajo
map-step-result-null = HER2 nulo
map-step-before-surgery = Antes de la cirugía
map-step-surgery = Cirugía
map-step-complete-response = pCR
map-step-residual-disease = Enfermedad residual
map-step-after-surgery = Después de la cirugía
map-step-follow-up = Seguimiento
map-step-first-line = Primera línea
map-step-maintenance = Mantenimiento de primera línea
map-step-second-line = Segunda línea
map-step-later-line = Tercera línea y siguientes
map-step-brain = Metástasis cerebrales, junto a cualquier línea

map-said = El mapa va del diagnóstico a la prueba de HER2 y al resultado, y de ahí a la enfermedad temprana o metastásica.
map-said-here = Aquí: { $steps }.
map-said-perhaps = Puede ser aquí: { $steps }.
map-said-open = Puede estar en el camino: { $steps }.
map-said-muted = Entre paréntesis: { $steps }.

map-at = El paso al que se ha llegado: { $step }.
map-at-one-of = No se sabe a qué paso se ha llegado; puede ser uno de estos: { $steps }.
map-off = Las reglas de la prueba de HER2 no se aplican a lo que se analizó; por eso el mapa no marca ningún paso.
map-brain = Al lado se marcan metástasis en el cerebro.
map-muted-other-result = Cerrados por el resultado de HER2: { $steps }.
map-muted-other-setting = Pertenecen a la otra situación: { $steps }.
map-muted-without-her2-medicines = Ninguna fuente de este programa menciona un medicamento contra HER2 para este resultado en: { $steps }. Ahí puede haber otro tratamiento.
map-muted-either = Pertenecen a la otra situación, o ahí no se menciona ningún medicamento contra HER2 para este resultado: { $steps }.
map-rule = El mapa es un dibujo de este proyecto. No menciona ningún tratamiento ni elige nada.
map-asks = Lo que diría cuál es el paso:

map-plain-title = Dónde está usted en el camino
map-plain-heading = El mapa
map-plain-picture = Mapa del camino que suele seguir la atención, con el lugar donde está usted
map-plain-said = El mapa empieza cuando se encuentra el cáncer. Luego vienen la prueba de HER2 y su resultado. Después hay dos caminos: uno para el cáncer en el seno y cerca de él, y otro para el cáncer que se ha extendido.
map-plain-said-here = Usted está aquí: { $steps }.
map-plain-said-perhaps = Quizás usted está aquí: { $steps }.
map-plain-said-open = Esto puede estar en su camino: { $steps }.
map-plain-said-muted = Esto no está en su camino ahora: { $steps }.
map-plain-lead = Usted está aquí: { $step }.
map-plain-lead-one-of = Todavía no se sabe dónde está usted en este mapa.
map-plain-lead-off = Este mapa no corresponde a lo que dice el informe.
map-plain-frame =
    Este mapa muestra el camino que suele seguir la atención del cáncer de seno. No nombra ningún tratamiento.
    Se basa en lo que se leyó y en sus respuestas. Su equipo médico conoce mejor su propio camino.
map-plain-contradiction = Dos de las respuestas no concuerdan, así que esta página no usa ninguna de ellas. Pregunte a su médico cuál es la correcta.
map-plain-brain = También se marca el cáncer que llegó al cerebro. Puede aparecer en cualquier paso de esta parte.
map-plain-made = Un programa de computadora hizo esta página con reglas fijas.
map-plain-heading-ask = Lo que diría dónde está usted
map-plain-ask-her2-category = ¿Cuál es mi resultado de HER2, y es definitivo?
map-plain-ask-setting = ¿Mi cáncer es temprano, o se ha extendido a otras partes del cuerpo?
map-plain-ask-timing = ¿Ya me operaron, y me dieron medicamentos antes de la operación?
map-plain-ask-response = ¿Quedaba cáncer cuando me operaron?
map-plain-ask-line = ¿Qué tratamiento para el cáncer que se ha extendido es este: el primero, el segundo o uno posterior?
map-plain-ask-other = { $question }

map-plain-part-early = Cáncer en el seno y cerca de él
map-plain-part-metastatic = Cáncer que se ha extendido
map-plain-key-here = donde está usted
map-plain-key-perhaps = quizás donde está usted
map-plain-key-open = puede estar en su camino
map-plain-key-muted = entre paréntesis: no está en su camino ahora
map-plain-step-diagnosis = Se encuentra el cáncer
map-plain-step-her2-test = Prueba de HER2
map-plain-step-result-positive = HER2 positivo
map-plain-step-result-low = HER2 bajo o ultrabajo
map-plain-step-result-null = No se ve HER2
map-plain-step-before-surgery = Antes de la cirugía
map-plain-step-surgery = Cirugía
map-plain-step-complete-response = No quedó cáncer
map-plain-step-residual-disease = Quedó algo de cáncer
map-plain-step-after-surgery = Después de la cirugía
map-plain-step-follow-up = Controles
map-plain-step-first-line = Primer tratamiento
map-plain-step-maintenance = El primer tratamiento continúa
map-plain-step-second-line = Segundo tratamiento
map-plain-step-later-line = Tercer tratamiento o uno posterior
map-plain-step-brain = Cáncer en el cerebro, en cualquier paso
