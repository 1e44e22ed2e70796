# El expediente para una apelación al seguro o una autorización previa, para profesionales. Presenta los hechos; nunca dice que un
# tratamiento haga falta.

packet-title = Expediente para una apelación al seguro o una autorización previa
packet-lead = { $count ->
    [one] Se presenta abajo: una opción.
   *[other] Se presentan abajo: { $count } opciones, sin orden de preferencia.
  }
packet-lead-gate = No se puede presentar un expediente para un medicamento dirigido contra HER2. Lo que falta está abajo.
packet-lead-not-listed = Ninguna fuente de este programa menciona una opción con { $name } para un resultado de HER2 como este.
packet-lead-none = Ninguna opción con un medicamento tiene todos sus requisitos cumplidos ni espera una sola respuesta. Nombre un medicamento para ver qué se opone.
packet-frame =
    Esta página pone lado a lado las palabras del registro, las reglas, la ficha técnica y las guías, con lo que falta; es para profesionales de la salud, que comprueban cada línea con la fuente.
    No afirma que un tratamiento corresponda, no es una carta, y el pagador decide según una política propia que aquí no se conoce.
    Una afirmación marcada como por verificar no se leyó en su fuente primaria. No se escriben nombres ni números del paciente: agréguelos donde el formulario los pida.

heading-packet-result = El resultado, en las palabras del registro
heading-packet-rule = La regla que lee el resultado
heading-packet-missing = La pieza que falta
heading-packet-attach = Qué adjuntar
heading-packet-appeal = Adónde va una apelación

packet-words = Palabras del registro
packet-place = ({ $place })
packet-no-quote = Ninguna palabra de un registro muestra el resultado.
packet-no-date = No se leyó la fecha del informe.
packet-laboratory = Laboratorio
packet-no-laboratory = Este programa no lee el nombre del laboratorio. Tómelo del encabezado del informe.
packet-rule-stated = El resultado es una respuesta de quien pregunta. No se aplicó ninguna regla, y ningún registro lo muestra.
packet-rule-read = El resultado se toma como lo dice el registro. No se aplicó ninguna regla.

packet-stands-met = Se cumplen todos los requisitos de al menos una fuente.
packet-stands-open = Espera algo que no se sabe; vea la pieza que falta.
packet-stands-closed = No corresponde: no se cumple al menos un requisito de cada fuente.
packet-stands-checked = No corresponde: no se cumple una comprobación antes de la primera dosis.
packet-check-closes = No se cumple una comprobación antes de la primera dosis:
packet-against = Una fuente habla en contra en esta situación:
packet-against-open = Una fuente hablaría en contra, si es así: { $why }.

packet-label = La ficha técnica
packet-no-label = Ninguna fila de una ficha técnica en este programa menciona esta opción.
packet-label-nearest = Ninguna fila de una ficha técnica vale en esta situación. Se muestra la más cercana.
packet-label-of = Ficha técnica
packet-approved = Cómo figura
packet-setting = Situación
packet-her2-asked = Resultado y prueba de HER2 que pide
packet-asked = También pide, como tratamientos anteriores
packet-partners = Se da con
packet-then = seguido de { $name }
packet-note = Nota
packet-code = Código HCPCS
packet-test-none = Aquí no figura ninguna prueba con la ficha técnica para esto.
packet-test = Prueba que figura con la ficha técnica, para esto: { $test }, { $claim }.

packet-requirements = Requisito por requisito
packet-met = cumplido
packet-open = no se sabe
packet-closed = no cumplido
packet-nothing = no está en el registro
packet-guidelines = Guías que la mencionan
packet-no-guideline = Ninguna guía de este programa la menciona para esta situación.
column-packet-requirement = Requisito
column-packet-fact = Lo que se sabe
column-packet-by = Quién lo pide
column-packet-options = Para
caption-packet-requirements = Requisitos de la ficha técnica y de las guías, cómo está cada uno y el dato en que se basa
caption-packet-missing = Lo que falta, y quién puede aportarlo

packet-missing-note = Un pagador puede pedir esto, y ningún registro que se leyó lo muestra.
packet-missing-result = Un informe que muestre el resultado de HER2, con prueba, puntuación y fecha.
packet-missing-settled = Un resultado de HER2 que esté definido.
packet-missing-date = La fecha del informe con el resultado de HER2.
packet-missing-open = No se sabe: { $questions }.
packet-missing-answer = Un registro de lo que solo se sabe por una respuesta: { $questions }.
packet-who = { $question ->
    [her2-category] El laboratorio de patología que analizó HER2
    [companion-test] El laboratorio de patología: qué kit y qué anticuerpo o sonda se usó
    [hr-status] El laboratorio de patología
    [response] El laboratorio de patología: el informe de la cirugía después del tratamiento sistémico
    [nodes-positive-after] El laboratorio de patología: el informe de la cirugía después del tratamiento sistémico
    [t-category] El equipo tratante: informes de imágenes y de patología con el estadio
    [n-category] El equipo tratante: informes de imágenes y de patología con el estadio
    [stage-group] El equipo tratante: informes de imágenes y de patología con el estadio
    [lvef] Cardiología: el informe del estudio del corazón
    [lvef-drop] Cardiología: los informes de los estudios del corazón
    [lvef-below-lln] Cardiología: el informe del estudio del corazón
    [symptomatic-heart-failure] Cardiología, o una nota del equipo tratante
    [brain-metastases] Radiología: el informe del cerebro, con una nota del equipo tratante
    [extracranial-stable] Radiología: los informes más recientes
    [oligometastatic] Radiología: los informes más recientes
    [lung-inflammation] Radiología, con una nota del equipo tratante
    [visceral-crisis] Una nota del equipo tratante, con valores de laboratorio
    [germline-brca] El laboratorio o la clínica que hizo la prueba genética
    [line] El equipo tratante: la lista de tratamientos
    [her2-regimens] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [her2-regimens-metastatic] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [chemotherapy-metastatic] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [endocrine-metastatic] El equipo tratante: la lista de tratamientos con fechas
    [had-early-her2] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [months-since-early-her2] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [had-early-chemotherapy] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [months-since-early-chemotherapy] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-her2-antibody] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-dimerisation-antibody] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-adc-microtubule] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-adc-topoisomerase] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-taxane] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [prior-anthracycline] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [neoadjuvant-her2-antibody] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [neoadjuvant-taxane] El equipo tratante o el centro de infusión: la lista de tratamientos con fechas
    [stopped-for-toxicity] Una nota del equipo tratante sobre por qué se suspendió
   *[other] Una nota del equipo tratante
  }

packet-the-record = el registro
packet-attach-result = La página del registro con el resultado de HER2 ({ $place }).
packet-attach-laboratory = El encabezado de ese informe, con su fecha y el nombre del laboratorio.
packet-attach-fact = La página del registro que muestra esto ({ $place }): { $question }, { $known }.
packet-attach-answer = Un registro que muestre esto, que solo se sabe por una respuesta: { $question }, { $known }.
packet-attach-source = { $by }: { $source }
packet-attach-label = La ficha técnica vigente de { $name }. La fila mostrada se tomó de: { $source }
packet-attach-letter = La carta del médico tratante, en las palabras del médico.
packet-appeal-note = La carta del plan dice adónde y hasta cuándo; este programa no conoce la dirección de ningún plan. Lo que se dice a los pacientes en general:
