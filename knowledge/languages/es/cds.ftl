# Tarjetas que un expediente electrónico muestra a un profesional al lado de un paciente.

card-source = El proyecto HER2 in Focus
card-quotes = Palabras del expediente
card-rows = Filas y páginas
card-frame = Derivado de los registros enviados con la consulta, mediante tablas fijas. Para que lo revise un profesional: no es una orden ni un consejo médico. Lo que no está en estos registros no se conoce aquí, y no es negativo.
card-version = Versión del conocimiento { $version }.

card-summary-her2-positive = { $status } según { $edition }
card-summary-her2-status = { $status } según { $edition }; { $category }
card-summary-her2-no-result = Consta cáncer de mama; no hay resultado de HER2 en los registros enviados
card-summary-her2-open = HER2 sin resolver ({ $status }); se espera: { $awaited }
card-summary-her2-unsettled = HER2 sin resolver: { $status }
card-summary-her2-conflict = HER2: difieren muestras del mismo rango
card-summary-her2-contradicts = HER2: el informe se contradice
card-summary-her2-differs = HER2: el informe dice otra cosa que sus propios números según la guía
card-summary-her2-discordance = HER2: los resultados de dos muestras se contradicen
card-summary-primary-metastasis = HER2: el tumor primario y la metástasis difieren
card-summary-recurrence = HER2: la recurrencia difiere del tumor
card-summary-after-treatment = HER2: la enfermedad residual difiere del resultado anterior al tratamiento
card-summary-metastases = HER2: las metástasis difieren
card-summary-same-tumour = HER2: difieren dos muestras de un mismo tumor
card-summary-quoted-differently = HER2: un informe cita otro resultado que el que consta
card-summary-amended = HER2: un informe posterior de la muestra dice otra cosa
card-summary-her2-retest = HER2: la guía pide una prueba nueva
card-summary-her2-metastasis = HER2: consta una metástasis sin resultado utilizable
card-summary-order-no-result = { $medicine }: no hay resultado de HER2 en los registros enviados
card-summary-order-open = { $medicine }: el resultado de HER2 no resuelve lo que pide la ficha técnica ({ $status })
card-summary-order-not-listed = { $medicine }: su ficha técnica no lo incluye para el resultado de HER2 hallado ({ $status })
card-summary-lvef-before = { $medicine }: no consta FEVI anterior a la primera dosis; la ficha técnica la pide
card-summary-lvef-start = { $medicine }: FEVI { $percent }%, por debajo de lo que pide la ficha técnica antes de la primera dosis
card-summary-lvef-overdue = { $medicine }: no consta FEVI; según la ficha técnica tocaba el { $date }
card-summary-lvef-action = { $medicine }: con FEVI { $percent }% la ficha técnica pide: { $action }
card-summary-lvef-action-open = { $medicine }: queda abierto qué pide la ficha técnica con FEVI { $percent }%
card-summary-lvef-next = { $medicine }: según la ficha técnica la próxima FEVI toca el { $date }
card-summary-records-incomplete = No se enviaron todos los registros: una búsqueda tenía más respuestas o falló
card-summary-her2-not-final = HER2 sin resolver: { $status } según un resultado que no es definitivo ({ $state })
card-summary-report-unread = Se envió un informe de patología cuyo contenido no se pudo leer
card-summary-resource-unread = Una parte de los registros enviados no se entendió ni se leyó
card-summary-value-unread = Un valor de los registros enviados no se entendió ni se leyó

card-said-evidence = Leído en el expediente: { $evidence }. Decidido según { $edition }.
card-said-her2-no-result = No se leyó ningún resultado de HER2 en los registros enviados. Puede constar en otro lugar.
card-said-diagnosed = Los registros mencionan cáncer de mama, por primera vez el { $date }.
card-said-awaited = Se espera: { $what } ({ $who }).
card-said-action = La guía pide: { $action }
card-said-label = La ficha técnica de { $medicine } lo incluye para { $setting } cuando el resultado de HER2 es: { $results }.
card-any-setting = cualquier enfermedad
card-said-lvef = FEVI { $percent }% el { $date }.
card-said-lvef-none = No se leyó ninguna FEVI en los registros enviados.
card-said-lvef-before = No se leyó ninguna FEVI en los registros enviados. La ficha técnica de { $medicine } pide una antes de la primera dosis.
card-said-lvef-before-begun = La primera dosis fue el { $start }. No se leyó ninguna FEVI anterior en los registros enviados; la ficha técnica de { $medicine } pide una.
card-said-lvef-start = La ficha técnica de { $medicine } nombra un límite para la primera dosis, y este valor está por debajo.
card-said-lvef-overdue = Según el calendario de la ficha técnica de { $medicine }, tocaba una el { $date }{ $more ->
    [0] {""}
   *[other] {" "}(y { $more } más desde entonces)
  }, y no consta ninguna posterior.
card-said-lvef-action = Con este valor la ficha técnica de { $medicine } pide: { $action }.
card-said-lvef-action-open = Con este valor la ficha técnica de { $medicine } pide una de estas conductas: { $action }. Lo demás que decide no está en los registros enviados.
card-said-lvef-next = Según el calendario de la ficha técnica de { $medicine }, la próxima toca el { $date }.
card-said-records-incomplete = Estas búsquedas tenían más respuestas que no se enviaron, o fallaron en parte: { $searches }. Entre ellas puede haber un resultado. Lo que falta aquí no es negativo.
card-state-result-preliminary = preliminar
card-state-report-preliminary = informe preliminar
card-state-report-partial = informe parcial
card-state-result-status-unknown = estado desconocido
card-state-report-status-unknown = estado del informe desconocido
card-said-result-preliminary = El laboratorio llama preliminar al resultado. Todavía puede cambiar.
card-said-report-preliminary = El laboratorio llama preliminar al informe. Todavía puede cambiar.
card-said-report-partial = El informe figura como parcial. Puede faltar una parte, y lo que hay todavía puede cambiar.
card-said-result-status-unknown = El remitente no dice si el resultado es definitivo.
card-said-report-status-unknown = El remitente no dice si el informe es definitivo.
card-said-lvef-not-final = Este valor no figura como definitivo. Todavía puede cambiar.
card-said-not-whole = No todo se envió o se entendió; otra tarjeta nombra qué falta. Lo que falta aquí no es negativo.
card-said-report-unread = Se envió un informe de patología cuyo contenido no se pudo leer, por ejemplo una imagen, un archivo bloqueado o una dirección sin el documento. Puede contener un resultado. Lo que falta aquí no es negativo.
card-said-resource-unread = Un recurso de los registros enviados no se entendió, y no se leyó nada de él. Puede contener un resultado. Lo que falta aquí no es negativo.
card-said-value-unread = El valor de un resultado de los registros enviados no se entendió, y no se leyó nada de él. Lo que falta aquí no es negativo.

card-topic-her2-status = Estado de HER2
card-topic-her2-no-result = Resultado de HER2 no hallado
card-topic-her2-open = Estado de HER2 sin resolver
card-topic-her2-differs = El informe de HER2 y las reglas difieren
card-topic-her2-discordance = Resultados de HER2 de muestras que difieren
card-topic-her2-retest = Se pide otra prueba de HER2
card-topic-order-no-result = Medicamento contra HER2 sin resultado
card-topic-order-open = Medicamento contra HER2 y resultado abierto
card-topic-order-not-listed = Medicamento contra HER2 y otro resultado
card-topic-lvef-before = FEVI antes de la primera dosis
card-topic-lvef-start = FEVI por debajo del límite antes de la primera dosis
card-topic-lvef-overdue = FEVI atrasada
card-topic-lvef-action = FEVI y ficha técnica
card-topic-lvef-next = Próxima FEVI
card-topic-records-incomplete = Registros incompletos

card-reason-done-elsewhere = Ya se hizo, y no está en estos registros
card-reason-team-decided = El equipo lo sabe y ha decidido
card-reason-other-disease = Se trata de otra enfermedad
card-reason-off-label-intended = El uso fuera de la ficha técnica es intencional
card-reason-record-wrong = El registro está equivocado

# Los servicios que dan las tarjetas.

cds-title-her2-testing = HER2 in Focus: estado de HER2
cds-title-her2-testing-order-sign = HER2 in Focus: estado de HER2 antes de firmar órdenes
cds-title-her2-monitoring = HER2 in Focus: medicamentos contra HER2
cds-description-her2-testing = Lee los resultados de HER2 de un paciente con cáncer de mama y muestra el estado según la guía de las pruebas, lo que se espera y dónde los resultados se contradicen, cada cosa con las palabras del expediente, la fila y la fuente.
cds-description-her2-testing-order-sign = Lo mismo cuando se va a firmar una orden de un medicamento contra HER2: el resultado de HER2 en que se apoya, y si la ficha técnica incluye el medicamento para ese resultado. Otras órdenes no reciben tarjeta.
cds-description-her2-monitoring = Para una orden de un medicamento contra HER2: el resultado de HER2 en que se apoya, y la fracción de eyección que pide su ficha técnica: antes de la primera dosis, próxima, atrasada o con indicación de suspender. Otras órdenes no reciben tarjeta.
cds-usage = Para profesionales, que pueden revisar en el detalle la base de cada tarjeta. No es una orden, ni un consejo médico, ni un dispositivo médico autorizado. No se conserva nada de lo enviado. Lo que no está en los registros enviados no se conoce, y no es negativo. El texto en español aún no lo ha revisado un profesional clínico.
cds-link = Abrir HER2 in Focus
