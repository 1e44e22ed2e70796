# Monitoring: the schedule, what the measured heart asks for, who is called. Labels ask; nobody must.

monitor-title = Plan de seguimiento
monitor-title-patient = Qué se suele vigilar, y cuándo
monitor-frame =
    Derivado de las páginas de fichas técnicas (labels) y guías mediante tablas fijas; cada línea nombra su fuente.
    Para que lo revise un profesional. No es una orden ni un consejo médico. Lo que pide la ficha técnica y lo que pide una guía figuran uno al lado de la otra.
monitor-frame-patient =
    Esta página muestra lo que piden, en general, las fichas autorizadas por la FDA de estos medicamentos.
    Su equipo puede hacerlo de otra manera, por buenas razones. Pregúntele.

monitor-heading-overdue = Atrasado
monitor-heading-today = El corazón hoy
monitor-heading-labels = Qué pide cada ficha técnica
monitor-heading-start = El corazón antes de la primera dosis
monitor-heading-values = Otros valores y efectos secundarios
monitor-heading-schedule = Calendario según las fichas técnicas
monitor-heading-guidelines = Qué piden las guías
monitor-heading-practice = Qué se suele hacer
monitor-heading-dates = Próximas fechas
monitor-heading-prevention = Prevención por pasos
monitor-heading-contraception = Anticoncepción
monitor-heading-statements = También se dice
monitor-heading-calls = A quién llamar y por qué
monitor-heading-quotes = Citas textuales

monitor-none = No se nombró ningún medicamento de estas páginas.
monitor-lead-action = El { $date } las fichas técnicas en conjunto piden: { $action }.
monitor-lead-open = El { $date } las fichas técnicas en conjunto piden una de estas conductas: { $action }.
monitor-lead-one-open = Según la sola ficha técnica de { $medicine } queda abierto ({ $action }); { $depends }.
monitor-lead-depends = Eso { $depends }.
monitor-lead-held-next = Para el tiempo de suspensión temporal, la ficha técnica de { $medicine } pide la próxima FEVI el { $date }, contado desde el { $since }.
monitor-lead-resume-open = Suspendido temporalmente desde el { $since }. El { $date } las fichas técnicas no dejan resuelto si puede reanudarse.
monitor-lead-resume = Suspendido temporalmente desde el { $since }. El { $date } las fichas técnicas en conjunto piden: { $action }.
monitor-lead-no-reading = No se dio ninguna FEVI medida después del inicio. No se dice nada sobre hoy.
monitor-lead-no-rule = Ninguno de estos medicamentos tiene una regla propia verificada para el corazón.
monitor-lead-incomplete = Para { $medicines } no hay aquí una regla verificada; no se deduce nada.
monitor-lead-overdue = No consta ninguna FEVI desde el { $since }. Según el calendario de la ficha técnica de { $medicine }, tocaba una { $when }{ $more ->
    [0] {""}
   *[other] {" "}(y { $more } más desde entonces)
  }.
monitor-lead-overdue-none = No consta ninguna FEVI. Según el calendario de la ficha técnica de { $medicine }, tocaba una { $when }{ $more ->
    [0] {""}
   *[other] {" "}(y { $more } más desde entonces)
  }.
monitor-lead-overdue-held = Para el tiempo de suspensión temporal, la ficha técnica de { $medicine } pedía una el { $date }, contando desde el { $since }.
monitor-lead-overdue-before = No consta ninguna FEVI anterior a la primera dosis del { $start }; la ficha técnica de { $medicine } pide una.
monitor-lead-overdue-before-too = La ficha técnica de { $medicine } pide además una antes de la primera dosis ({ $start }).
monitor-overdue-on = el { $date }
monitor-overdue-held = el { $date } por el tiempo de suspensión temporal, contando desde el { $since }
monitor-overdue-days = { $days } (y { $more } más)

monitor-depends = depende de: { $asks }
monitor-depends-one = { $question } ({ $give })
monitor-give = dé --answer { $question }=VALOR
monitor-give-lvef = dé --lvef FECHA=PORCENTAJE
monitor-give-lvef-drop = dé el valor anterior a la primera dosis con --lvef FECHA=PORCENTAJE, y --start
monitor-give-lvef-below-lln = dé --lln PORCENTAJE
monitor-give-lvef-local-limit = dé --lln PORCENTAJE, o --lln none
monitor-give-lvef-improved = dé --lvef FECHA=PORCENTAJE al suspender y después
monitor-give-weeks-held = dé --held DESDE
monitor-give-times-held = dé --held DESDE..HASTA para cada una
monitor-give-setting = dé --setting
monitor-before = Antes del tratamiento
monitor-newest = La más reciente
monitor-later = Un valor del corazón con fecha { $days } es posterior al { $date } y no se usa. Revise la fecha.
monitor-fall = Descenso
monitor-limit = Límite inferior del laboratorio
monitor-limit-unknown = no se dio
monitor-limit-none = el laboratorio no tiene ninguno
monitor-value = { $percent }% el { $date }
monitor-points-exact = { $points } puntos
monitor-series = FEVI a lo largo del tiempo
monitor-series-said = FEVI por día: { $points }. Límites: { $bounds }.
monitor-bound-value = { $percent }%
monitor-bound-fall = { $percent }%: descenso de { $points }
monitor-bound-limit = { $percent }%: límite inferior
monitor-on-hold = en suspensión temporal: { $action }
monitor-not-settled = sin resolver
monitor-not-repeated = No consta ninguna FEVI posterior al inicio de la suspensión temporal: sigue vigente lo que llevó a ella.
monitor-not-given = no se dio

monitor-column-medicine = Medicamento
monitor-column-asks = Pide
monitor-column-row = Fila
monitor-column-test = Prueba
monitor-column-when = Cuándo
monitor-column-days = Días
monitor-column-overdue = Tocaba y no consta
monitor-column-symptom = Lo que se nota
monitor-column-contact = Llamar a
monitor-column-urgency = En qué plazo

monitor-of-partner = sin regla propia; se aplica la del medicamento con el que se combina, si lo hay
monitor-unverified = una regla que no está verificada: se muestra abajo, de ella no se deduce nada
monitor-no-page = aquí no hay una regla para el corazón
monitor-with-partner = { $action }, porque el medicamento con el que se combina está suspendido
monitor-failure = Insuficiencia cardíaca con síntomas, sea cual sea el número: { $action }.
monitor-failure-present = Consta insuficiencia cardíaca con síntomas: { $action }.
monitor-unverified-heading = Sin verificar
monitor-rows-or = { $first } o { $last }
monitor-stands = { $medicine }: { $title }

monitor-rhythm-once = una vez
monitor-rhythm-each-dose = antes o en el momento de cada dosis
monitor-rhythm-weeks = cada { $weeks ->
    [1] semana
   *[other] { $weeks } semanas
  }
monitor-rhythm-weeks-range = cada { $weeks } a { $to } semanas
monitor-rhythm-months = cada { $months ->
    [1] mes
   *[other] { $months } meses
  }
monitor-rhythm-as-needed = según lo pida la situación
monitor-when = { $phase }, { $rhythm }
monitor-when-at = { $phase }, una vez, alrededor de { $months } meses después
monitor-when-from = { $when }, a partir del mes { $months }
monitor-when-for = { $when }, durante { $months } meses
monitor-when-times = { $when }, { $times ->
    [1] una vez
   *[other] { $times } veces
  }
monitor-when-within = { $when }, de no más de { $weeks } semanas de antigüedad
monitor-days-more = { $days }, y así sucesivamente
monitor-days-none = —
monitor-days-over = ya pasó
monitor-days-overdue = atrasado desde el { $since }
monitor-days-overdue-then = atrasado desde el { $since }; luego { $days }
monitor-give-hold = Los días durante la suspensión temporal necesitan su primer día (dé --held).
monitor-no-dose = Lo que corresponde a una dosis no tiene días mientras un medicamento está en suspensión temporal o suspendido definitivamente.
monitor-give-start = Los días necesitan la primera dosis (dé --start).
monitor-give-end = Los días al terminar y después necesitan la última dosis (dé --end).

monitor-step-from-to = Día { $from } a { $to }
monitor-step-from = Desde el día { $from }
monitor-step-date = { $step } (desde el { $date })

monitor-window-female = Mujeres que podrían quedar embarazadas
monitor-window-male = Hombres con una pareja que podría quedar embarazada
monitor-window = durante el tratamiento y { $length } después de la última dosis
monitor-window-until = durante el tratamiento y { $length } después de la última dosis: hasta el { $date }
monitor-length-months = { $count ->
    [1] 1 mes
   *[other] { $count } meses
  }
monitor-length-weeks = { $count ->
    [1] 1 semana
   *[other] { $count } semanas
  }

monitor-calls-said = Que un síntoma es una señal de alarma se basa en la fuente; en qué plazo llamar es precaución de este proyecto. El número que le dio su propio equipo va primero.

# The patient's page.

monitor-patient-lead = Estas pruebas ayudan a su equipo a ver a tiempo si hay un daño.
monitor-patient-overdue =
    El último estudio del corazón que conoce esta página fue el { $since }.
    La ficha del medicamento pide uno más: tocaba el { $date }.
    Puede que ya se haya hecho y no se haya anotado aquí. Pregunte a su equipo y planee con ellos el próximo.
monitor-patient-overdue-none =
    Esta página no conoce ningún estudio del corazón.
    La ficha del medicamento pide uno: tocaba el { $date }.
    Puede que ya se haya hecho y no se haya anotado aquí. Pregunte a su equipo y planee con ellos el próximo.
monitor-patient-overdue-before =
    Esta página no conoce ningún estudio del corazón anterior a la primera dosis. La ficha del medicamento pide uno.
    Pregunte a su equipo si se hizo.
monitor-patient-medicines = Medicamentos: { $medicines }
monitor-patient-nothing = Aquí no hay nada que se haya leído en su fuente. Pregunte a su equipo qué se vigila.
monitor-patient-test-lvef = Ultrasonido u otro estudio del corazón
monitor-patient-test-heart-markers = Análisis de sangre para el corazón
monitor-patient-test-heart-review = Revisión del corazón y los vasos sanguíneos
monitor-patient-test-ecg = Trazado del corazón (ECG)
monitor-patient-test-electrolytes = Sales de la sangre
monitor-patient-test-liver-tests = Análisis de sangre para el hígado
monitor-patient-test-blood-count = Recuento de células de la sangre
monitor-patient-test-lung-symptoms = Preguntas sobre la tos y la respiración
monitor-patient-test-chest-ct = Tomografía del pecho
monitor-patient-test-bowel-review = Preguntas sobre sus evacuaciones
monitor-patient-test-infusion-watch = Personal de enfermería le observa durante la infusión
monitor-patient-test-injection-watch = Personal de enfermería le observa después de la inyección
monitor-patient-test-skin-review = Revisión de la piel y las uñas
monitor-patient-test-nerve-review = Preguntas sobre manos y pies dormidos
monitor-patient-test-nausea-prevention = Tabletas para que no sienta náuseas
monitor-patient-test-fatigue-review = Preguntas sobre su cansancio
monitor-patient-test-bone-density = Estudio para ver si hay huesos débiles
monitor-patient-test-pregnancy-test = Prueba de embarazo
monitor-patient-phase-before = antes de la primera dosis
monitor-patient-phase-during = mientras lo recibe
monitor-patient-phase-held = mientras está en pausa
monitor-patient-phase-completion = al final
monitor-patient-phase-after = después del final
monitor-patient-contact-oncology-team = su equipo de cáncer
monitor-patient-contact-emergency = 911
monitor-patient-contact-cardiology = su equipo de cáncer, para el médico o la médica del corazón
monitor-patient-contact-primary-care = su médico o médica de cabecera
monitor-patient-urgency-now = ahora, de día o de noche
monitor-patient-urgency-same-day = el mismo día
monitor-patient-urgency-next-visit = en su próxima visita
monitor-patient-calls = Si tiene dudas, llame. Use el número que le dio su equipo.

# The calendar.

calendar-name = Pruebas durante el tratamiento
calendar-before = antes de la primera dosis
calendar-held = durante la suspensión temporal
calendar-completion = al final del tratamiento
calendar-note = Lo pide la ficha del medicamento. Su equipo puede elegir otro día.
calendar-goes-on = Sigue mientras dure el tratamiento; los días posteriores no están en este calendario.
