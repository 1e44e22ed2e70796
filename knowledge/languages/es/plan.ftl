# The plan for the clinician, and asking at a terminal.

asking-number = Escriba un número ({ $unit }), con punto para los decimales y sin comas, o presione Enter si no se sabe.
asking-choice = Escriba el número de una opción, o presione Enter si no se sabe.
asking-begin = Preguntas abiertas: { $count }. Enter: no se sabe.  { $help }: qué cuenta.  { $enough }: mostrar el plan ahora.
asking-put = { $ask } (afecta a { $count ->
    [one] { $count } opción
   *[other] { $count } opciones
  })

plan-title = Opciones de tratamiento según la situación, para profesionales
plan-lead-her2 = Resultado de HER2: { $result }.
plan-lead-ruled-out = Resultado de HER2: { $result }. Para ese resultado no figura ningún medicamento dirigido contra HER2.
plan-lead-waiting = El resultado de HER2 no se conoce lo suficiente. Mientras tanto no se muestra ninguna opción dirigida contra HER2.
plan-lead-met = { $count ->
    [0] Ninguna opción cumple todos sus requisitos.
    [one] Una opción cumple todos sus requisitos.
   *[other] { $count } opciones cumplen todos sus requisitos.
  }
plan-lead-open = { $count ->
    [0] Ninguna espera una respuesta.
    [one] Una espera una respuesta.
   *[other] { $count } esperan una respuesta.
  }
plan-lead-closed = { $count ->
    [0] Ninguna está cerrada.
    [one] Una está cerrada.
   *[other] { $count } están cerradas.
  }
plan-frame =
    Esta página muestra lo que figura en fichas técnicas (labels) y guías para una situación; es para profesionales de la salud, que lo comprueban con las fuentes.
    Informa y no aconseja, no elige nada para una persona, y el orden de las opciones no es un orden de preferencia.
    Una afirmación marcada como “por verificar” no se leyó en su fuente primaria. No es para emergencias, no es un dispositivo médico autorizado.
plan-as-of = Al { $date }.
plan-listed-means = Cada opción figura para esta situación en las fuentes que se nombran con ella. Que figure no significa que se aconseje.
plan-none = Ninguna fuente de este programa incluye una opción que cumpla todos sus requisitos.
plan-none-waiting = Sin un resultado de HER2 no se puede mostrar ninguna opción que cumpla todos sus requisitos.
plan-disagree = Las fuentes no coinciden sobre esta opción.
plan-against-every = En esta situación, una fuente se opone a todo medicamento contra HER2.
plan-listed-if = También { $by }: { $listing }, { $since }, si se cumple { $why }
plan-monitoring = `her2 monitor` hace el calendario de lo que se vigila con estos medicamentos y responde según los valores medidos.

heading-plan-her2 = Resultado de HER2
heading-plan-situation = La situación, como se entendió
heading-plan-stage = Etapa
heading-plan-asks = Qué preguntar ahora
heading-plan-met = Medicamentos que figuran para esta situación
heading-plan-cautions = A qué se oponen las fuentes en este caso
heading-plan-cautions-open = A qué se opondrían las fuentes, si una respuesta resulta así
heading-plan-open = Se abrirían con más respuestas
heading-plan-closed = Cerradas, y por qué
heading-plan-checks = Antes de la primera dosis
heading-plan-monitoring = Qué se vigila

plan-her2-result = Resultado
plan-her2-basis = Se basa en
plan-her2-awaited = Se espera
plan-her2-actions = Se pide
plan-her2-nothing = No se sabe nada de HER2.
plan-her2-stated = Una respuesta de la persona que preguntó.
plan-her2-read = El registro.
plan-her2-found = La guía de pruebas, a partir de las palabras del registro o de los valores que se dieron.
plan-waiting = Los medicamentos dirigidos contra HER2 figuran solo para cáncer HER2 positivo, HER2 bajo (HER2-low) o HER2 ultrabajo (HER2-ultralow). Aquí se omiten hasta que se conozca el resultado.

plan-given-before = Administrado antes: { $name } (tratamiento { $number }, desenlace: { $outcome }).
plan-contradiction = Las respuestas sobre “{ $one }” y “{ $other }” se contradicen, así que no se usa ninguna de las dos. Dé la correcta.
plan-lvef-undated = La respuesta sobre la FEVI no tiene fecha y no se usa: el valor medido más reciente es { $percent } % el { $date }.
plan-situation-not-given = No administrado, ya que la lista de tratamientos está completa: { $names }.
plan-situation-nothing = Todavía no se sabe nada de la situación.
from-record = registro
from-person = respuesta
from-answer = respuesta: { $question }
from-recurrence = respuesta: día de la recurrencia
from-prior-complete = respuesta: la lista de tratamientos está completa
from-prior = tratamiento { $number }: { $medicines }
from-lvef = medición del { $date }
from-derived = se deduce de otras respuestas
from-derived-of = se deduce de: { $from }

plan-stage-stated = Como la indica el registro
plan-stage-anatomic = Grupo de etapa anatómica
plan-stage-prognostic = Etapa pronóstica, como está indicada
plan-stage-licensed = Etapa pronóstica, según la tabla que se cargó
plan-stage-licensed-said = { $stage }: { $name }, línea { $lines } (SHA-256 { $hash }).
plan-stage-licensed-asks = Abierta hasta que se sepa esto: { $names }.
plan-stage-note = El grupo anatómico sirve de orientación. La etapa pronóstica se lee donde está indicada; sus tablas están bajo licencia y no forman parte de este programa.

plan-asks-more = Otras { $more } preguntas podrían resolver opciones.
plan-asks-how = Responda con `--answer PREGUNTA=VALOR`, en un archivo con `--case`, o en una terminal cuando se le pregunte.

plan-label-of = Ficha técnica de EE. UU. de { $name }
plan-since = desde el { $date }
plan-from = no antes del { $date }
plan-ended = hasta el { $date }
plan-not-met = { $needed } (aquí: { $known })
plan-not-known = No se sabe: { $names }.
plan-is-met = Se cumple: { $names }.
plan-closed-note = De cada opción se muestra la fila que más se acerca; una opción cerrada puede tener más filas.

column-known = Se sabe
column-from = De dónde
column-ask = Pregunta
column-options = Opciones
column-answers = Responda con
column-listed-by = Dónde figura
column-met = Para
column-option = Opción
column-opens-if = Se abre si
column-not-met = No se cumple
column-other = No se sabe, se cumple
column-year = En 52 semanas
column-check = Comprobación
column-standing = Situación

caption-plan-situation = Qué se sabe, y de dónde
caption-plan-asks = Preguntas abiertas, primero las que resuelven más opciones
caption-plan-listed = En qué fuentes figura
caption-plan-open = Opciones que una respuesta podría abrir
caption-plan-closed = Opciones cerradas
caption-plan-cost = Costo de los medicamentos nombrados arriba
caption-plan-checks = Comprobaciones antes de la primera dosis

cost-biosimilars = biosimilares de { $low } a { $high } por dosis

heading-plan-measures = Otras medidas que figuran para esta situación
plan-by-project = Práctica sin una entidad que la firme (regla de este proyecto)
plan-labels-like = lo mismo en las fichas técnicas de { $names }
plan-trials = Se basa en { $trials }.
plan-against = { $names } ({ $why }):
plan-against-open = { $names }, si se cumple { $why }:
plan-other-her2 = Las fuentes de este programa hablan solo de este resultado: { $needs }. Para el resultado actual no dicen nada de: { $names }.
plan-other-setting = Pertenecen a la otra fase de la enfermedad: { $names }.

column-medicines = Para
check-heart = FEVI como la pide la ficha técnica
check-heart-measured = FEVI medida antes de la primera dosis (aquí no consta un límite verificado)
check-pregnancy = Sin embarazo
check-lung = Sin inflamación del pulmón
check-met = se cumple
check-open = no se sabe: { $question }
check-closed = no se cumple (aquí: { $known })
plan-checks-note = Una comprobación que no se cumple cierra la opción; una que no se sabe la deja donde está, y se pregunta por ella.
plan-waits-for-her2 = Esperan el resultado de HER2: { $names }.

# The empty case: remarks beside its keys.
template-how = Reemplace null por una respuesta. Las claves que empiezan con _ son notas. Lo que es null no se sabe.
template-one-of = { $ask } Uno de: { $terms }; o una lista de ellos.
template-number = { $ask } Un número ({ $unit }), o { $example }.
template-her2 = Evidencia de HER2 como para `her2 decide`: { $example }.
template-prior = Tratamientos que se administraron: { $example }. Desenlace: { $terms }.
template-prior-complete = Si esa lista está completa: true o false. Sin true, los recuentos son límites inferiores.
template-recurrence = El día de la recurrencia: { $example }.
template-prognostic-stage = La etapa pronóstica como la indica un registro: { $example }.
template-started = Días de las primeras dosis: { $example }.
