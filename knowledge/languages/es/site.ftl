# La página web alrededor de los documentos: su marco, sus formularios y lo que dice cuando algo sale mal.

site-name = HER2 in Focus
site-nav = Principal
site-nav-start = Inicio
site-nav-learn = Aprender
site-nav-medicines = Medicamentos
site-nav-about = Acerca de
site-theme = Claro u oscuro
site-lang-en = English
site-lang-es = Español
site-foot-device = Esta página explica lo que dice un informe. No es consejo médico ni un dispositivo médico autorizado. No la use en una emergencia: llame al 911.
site-foot-kept = No se guarda nada de lo que usted da. No hay cookies y a nadie se le avisa de su visita.
site-foot-kept-device = Su informe nunca sale de este dispositivo. No hay cookies y a nadie se le avisa de su visita.
site-foot-version = Reglas y palabras, versión { $version }.
site-unreviewed = Estas palabras aún no han sido revisadas por un profesional clínico.

# Inicio.

site-home-title = Entienda su resultado de HER2
site-home-lead = Dé las palabras de un informe de patología del seno y lea en lenguaje sencillo lo que significan.
site-home-private = Lo que usted da se lee en memoria, se responde y se olvida. No se guarda nada.
site-home-private-device = Lo que usted da se lee en este dispositivo y nunca sale de él.
site-home-give = Su informe
site-home-paste = Pegue aquí el informe
site-home-paste-hint = Lo mejor es pegarlo entero. Debe estar en inglés. No hacen falta los nombres ni los números de la persona, así que puede quitarlos.
site-home-files = O elija archivos
site-home-files-hint = PDF o texto, o un archivo del sistema de un hospital (FHIR, HL7, NAACCR, CSV). Puede dar varios archivos si son de una misma persona.
site-home-drop = También puede arrastrar archivos a cualquier lugar de esta página.
site-home-explain = Explicar mi informe
site-home-clinician = Mostrar la vista para profesionales clínicos
site-home-numbers = Solo tengo los números
site-home-numbers-hint = Para empezar basta una puntuación, un cociente o unas palabras de un portal.
site-home-examples = O pruebe con un informe inventado
site-home-examples-hint = Estos informes son inventados. Nadie en ellos es real.
site-example-positive = Claramente positivo
    .said = Puntuación 3+ en una biopsia
site-example-fish = Intermedio, con prueba del gen
    .said = Puntuación 2+, luego FISH
site-example-ultralow = Una tinción muy débil
    .said = Puntuación 0+, llamada ultrabajo
site-example-equivocal = Con reglas anteriores
    .said = Un informe de 2014
site-example-amended = Corregido después
    .said = Un informe que se modificó
site-example-pending = Todavía en espera
    .said = HER2 aún no se ha informado
site-expect = Qué esperar
site-will = Qué le dirá esta página
site-will-words = lo que dice su informe sobre HER2, en palabras sencillas
site-will-numbers = qué significan las puntuaciones y los números, con imágenes
site-will-missing = qué no se sabe todavía y quién puede responderlo
site-will-questions = preguntas que puede llevar a su equipo médico
site-will-not = Qué no le dirá
site-will-not-treatment = qué tratamiento debería recibir
site-will-not-survival = cuánto vivirá una persona: aquí no hay cifras de supervivencia a menos que usted las abra
site-will-not-image = nada que venga de una imagen: lee palabras, no láminas ni escaneos
site-will-not-team = nada que reemplace a su equipo médico

# El formulario corto.

site-numbers-title = Solo tengo los números
site-numbers-lead = Llene lo que tenga y deje vacío lo demás. Nada de lo que quede vacío se toma como negativo.
site-numbers-protein = Prueba de proteína (IHC)
site-numbers-gene = Prueba del gen (FISH o ISH)
site-numbers-other = Qué más hay
site-numbers-ihc = Puntuación de HER2
site-numbers-percent = Células que se tiñen, en porcentaje
site-numbers-word = Cómo llama el laboratorio al resultado
site-numbers-ratio = Cociente HER2/CEP17
site-numbers-her2 = Copias de HER2 por célula, en promedio
site-numbers-cep17 = Copias de CEP17 por célula, en promedio
site-numbers-cells = Células contadas
site-numbers-date = Día del informe
site-numbers-er = Receptor de estrógeno (ER)
site-numbers-pr = Receptor de progesterona (PR)
site-numbers-invasive = ¿Dice el informe que el cáncer de seno es invasivo?
site-numbers-invasive-hint = Los resultados solo valen para el cáncer invasivo.
site-numbers-number-hint = Tal como está impreso, por ejemplo 1.8
site-numbers-unknown = No lo sé
site-numbers-empty = Sin respuesta
site-numbers-yes = Sí
site-numbers-no = No
site-numbers-positive = Positivo
site-numbers-negative = Negativo
site-numbers-equivocal = Dudoso (equivocal)
site-numbers-explain = Explicar estos números
site-numbers-name = Sus números

# Qué salió mal.

site-trouble-title = Hay un problema
site-trouble-in-file = { $file }:
site-trouble-nothing = Todavía no ha dado nada. Pegue un informe o elija un archivo.
site-trouble-empty = No hay texto en él. Abra el archivo para ver que sea el correcto, o pegue sus palabras.
site-trouble-binary = Este tipo de archivo no se puede leer. Guarde el informe como PDF o como texto simple, o pegue sus palabras.
site-trouble-too-large = Es demasiado grande. Dé solo el informe que tiene el resultado de HER2.
site-trouble-not-a-pathology-report = No parece un informe de patología. Busque el informe de la biopsia o de la cirugía. Tiene palabras en inglés como “diagnosis” y “specimen”.
site-trouble-not-english = No parece estar en inglés. Por ahora solo se pueden leer informes en inglés. Pida al hospital una copia en inglés, o dé los números.
site-trouble-unreadable = El archivo parece dañado o incompleto. Descárguelo de nuevo, o pegue sus palabras.
site-trouble-scan-without-text = Es un escaneo: una foto del papel, sin palabras que un programa pueda leer. Pida el informe como texto al laboratorio o en el portal, o escriba la parte sobre HER2.
site-trouble-marked-up = Es una página web o un documento con formato. Ábralo, copie sus palabras y péguelas aquí.
site-trouble-json = Es un archivo de datos, pero no un registro de salud que se pueda leer aquí.
site-trouble-many = Hay demasiados registros en lo que dio. Esta página es para los informes de una sola persona.
site-trouble-busy = La página está ocupada en este momento. Espere un poco y envíelo de nuevo.
site-device-script = Esta copia de la página funciona solo en su navegador y para eso necesita JavaScript. Sin JavaScript, nada de lo que escriba se envía a ninguna parte, y no se puede leer ningún informe.
site-trouble-fault = El programa tuvo una falla. No se guardó nada de lo que usted dio. Intente de nuevo, o dé solo las palabras del informe.
site-trouble-number = { $field }: esto debe ser un número, por ejemplo 1.8
site-trouble-percent = { $field }: esto debe ser un número de 0 a 100
site-trouble-cells = { $field }: esto debe ser un número entero, por ejemplo 20
site-trouble-date = { $field }: esto debe ser un día, por ejemplo 2026-11-22
site-trouble-term = { $field }: elija una de las respuestas
site-trouble-numbers-empty = Llene al menos un resultado de HER2.
site-trouble-form = La página recibió algo que no conoce. Vuelva al inicio e intente de nuevo.
site-trouble-medicine = Primero elija al menos un medicamento.
site-trouble-answers = Una respuesta no se pudo leer. Se indica junto a su pregunta.
site-trouble-start = Primero dé el día de la primera dosis.
site-trouble-count = { $field }: debe ser un número entero, como 2
site-trouble-order = { $field }: este día es anterior al día al que sigue
site-trouble-field = Un valor para la vigilancia no se pudo usar. No se calcula nada hasta que se corrija.
site-trouble-answer = { $field }: esta respuesta no se pudo leer. Dé un número sin unidad.
site-partly-title = No se pudo leer todo
site-partly-hint = La página de abajo se basa en lo demás.
site-not-found-title = Esta página no existe
site-not-found-said = La dirección puede ser antigua o estar mal escrita. No se perdió nada sobre usted: aquí no se guarda nada.
site-not-found-start = Ir al inicio

# Varias personas.

site-persons-title = Parecen registros de personas distintas
site-persons-said =
    Lo que usted dio nombra personas distintas por su número, nombre, fecha de nacimiento o sexo.
    Un resultado en la página de otra persona haría daño, así que no se mezcló nada.
    Marque los registros que son de una misma persona y vea solo esos.
site-persons-legend = Registros encontrados
site-persons-one = Registro { $number }: { $name }
site-persons-day = informado el { $date }
site-persons-show = Mostrar los registros marcados
site-persons-notice = Usted eligió algunos de los registros que dio. Los otros quedaron fuera.
site-persons-other-numbers = Sus archivos numeran a la persona de formas distintas. Compruebe que todos sean de una misma persona.

# Resultados.

site-actions = Qué puede hacer con esta página
site-go-patient = En palabras sencillas
site-go-clinician = Para mi profesional clínico
site-go-packet = Para mi seguro médico
site-go-json = Como datos (JSON)
site-go-print = Imprimir o guardar como PDF
site-pace = Siga leyendo a su ritmo
site-pace-hint = Abra una parte a la vez. Puede parar cuando quiera.
site-open-all = Abrir todas las partes
site-close-all = Cerrar todas las partes
site-next = Sigue: { $heading }
site-report = Su informe
site-reports = Sus informes
site-report-hint = Las palabras marcadas son en lo que se basa esta página. Señale una frase, o tóquela, y aquí se iluminan sus palabras.
site-report-part = Solo se muestran las partes en las que se basa la página.
site-report-none = No se usaron palabras del informe.
site-quote-from = De su informe:
site-copy = Copiar estas preguntas
site-copied = Copiado
site-learn-title = Aprender más
site-learn-lead = Páginas cortas para todos. Lea ahora lo que necesite y deje lo demás para después.
site-learn-medicines = Los medicamentos contra HER2, en una tabla
site-add-title = Agregar otro informe
site-add-hint = Un informe anterior o posterior de la misma persona completa el panorama.
site-add = Leerlos juntos
site-again = Elija el archivo otra vez
site-again-hint = El archivo era demasiado grande para viajar con esta página. Elíjalo de nuevo en cada paso.
site-survival-hint = Esta parte tiene cifras de supervivencia. No tiene que abrirla.
site-pasted = Texto pegado

# Fechas del seguimiento.

site-watch-title = Hacer un calendario
site-watch-hint = Si se ha planeado o empezado un tratamiento contra HER2, las pruebas usuales se pueden poner en su calendario. Las fechas son una guía. Su equipo fija las verdaderas.
site-watch-medicines = ¿Qué medicamento?
site-watch-biosimilar = Un biosimilar cuenta como el medicamento al que se parece.
site-watch-start = Día de la primera dosis
site-watch-setting = El cáncer es
site-watch-early = temprano (en el seno o en los ganglios cercanos)
site-watch-metastatic = metastásico (en otras partes del cuerpo)
site-watch-calendar = Guardar el calendario
site-watch-show = Mostrar las fechas
site-watch-known = Leído en sus registros: { $medicines }.
site-watch-plan = Qué se vigila por lo general, con fechas

# La vista para profesionales clínicos.

site-clinician-title = Para el profesional clínico
site-clinician-lead = Hallazgos con sus filas y citas, opciones con sus requisitos, seguimiento, y lo que preguntaría quien revisa.
site-clinician-findings = Hallazgos
site-clinician-options = Opciones
site-clinician-monitoring = Seguimiento
site-clinician-checks = Diagnóstico del informe
site-clinician-map = Dónde está este caso
site-clinician-ask = Preguntas abiertas
site-clinician-ask-hint = Cada respuesta aclara algunas de las opciones. Lo que quede vacío sigue sin saberse.
site-clinician-answer = Usar estas respuestas
site-clinician-settles =
    { $options ->
        [one] aclara { $options } opción
       *[other] aclara { $options } opciones
    }
site-clinician-given = Respuestas dadas
site-clinician-none = sin respuesta
site-checks-none = Ningún diagnóstico se aplica a este registro.
site-checks-why = Por qué
site-checks-do = Qué hacer
site-checks-at = En:
site-check-note = Nota
site-check-warning = Advertencia
site-check-error = Error
site-lvef-legend = Fracción de eyección (FEVI)
site-lvef-date = Día
site-lvef-percent = Porcentaje
site-lvef-limit = Límite inferior normal del laboratorio, en porcentaje
site-lvef-held = Suspendido temporalmente por el corazón desde
site-lvef-resumed = Reanudado el
site-lvef-end = Día de la última dosis
site-lvef-show = Mostrar el seguimiento
site-lvef-row = Medición { $number }
site-monitor-hint = Elija los medicamentos que se dan, el día de la primera dosis y lo que se midió.
site-calendar-clinician = Guardar el calendario para la clínica

# Acerca de.

site-about-title = Acerca de esta página
site-about-lead = Lee un informe de patología, decide el resultado de HER2 según las reglas publicadas y muestra las palabras en las que se basa.
site-about-does = Qué es
site-about-does-said =
    Un programa lee las palabras de un informe con reglas fijas. No contiene ningún modelo de lenguaje, así que el mismo informe siempre da la misma página.
    Cada frase sobre un informe muestra las palabras en las que se basa. Cada regla muestra su fuente y su año.
    Está pensada para personas con cáncer de seno, para quienes las cuidan y para profesionales clínicos que quieran ver un resumen con su base.
site-about-limits = Sus límites
site-about-limits-said =
    Puede leer mal un informe que es difícil de leer. Lo que vale siempre es el informe mismo.
    Lee informes en inglés, y lee solo palabras, no imágenes de láminas ni escaneos.
    No elige un tratamiento. Las listas de opciones en la vista para profesionales clínicos siguen fichas autorizadas y guías, y necesitan el juicio de un profesional clínico.
    No es un dispositivo médico autorizado. No la use en una emergencia.
site-about-privacy = Privacidad
site-about-privacy-said =
    Lo que usted da está en memoria mientras se hace su página, y después desaparece.
    Sus registros viajan dentro de la página misma, para que sus botones puedan usarlos. Cierre la página y ya no están.
    No hay cookies, ni cuentas, ni contadores, y no se carga nada de otros lugares.
    Las líneas del registro técnico nunca contienen palabras de un informe.
site-about-privacy-device =
    Lo que usted da se lee dentro de su navegador. Nunca se envía a ninguna parte.
    No hay cookies, ni cuentas, ni contadores, y no se carga nada de otros lugares.
site-about-knowledge = Reglas y fuentes
site-about-knowledge-said =
    Las reglas y las palabras llevan un número de versión, que cambia con cada cambio en ellas.
    Las fuentes se nombran al final de cada página, con el día en que se compararon por última vez.
site-about-version = Versión { $version }

# Medicamentos.

site-medicines-each = Un medicamento a la vez:

# El expediente.

site-packet-for = ¿Para qué medicamento?
site-packet-every = Toda opción que se ajusta, o que espera una sola respuesta
site-packet-show = Mostrar este expediente
