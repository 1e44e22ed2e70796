# The table of medicines and the page of one.

drugs-title = Medicamentos contra HER2 en Estados Unidos, cáncer de seno
drugs-lead = { $count ->
    [one] Un medicamento, al { $date }.
   *[other] { $count } medicamentos, al { $date }.
  }
drugs-lead-none = Ningún medicamento coincide con lo que se pidió, al { $date }.
drugs-frame =
    Información general de fichas técnicas (labels) y archivos públicos, con las palabras de los profesionales; cada afirmación lleva su fuente y su fecha.
    Informa y no aconseja: no dice qué debería recibir una persona.
    Una afirmación marcada como “por verificar” no se leyó en su fuente primaria. Lea la ficha técnica vigente antes de usarla.
drugs-frame-verified =
    Información general de las fichas autorizadas por la FDA y de archivos públicos. Cada dato lleva su fuente y su fecha.
    Informa y no aconseja: no dice qué debería recibir una persona.
    Aquí no se muestran los datos que no se leyeron en su fuente.
drugs-filter = Se muestra: { $filters }.
drug-title = { $name }

heading-drugs-overview = Resumen
heading-drug-identity = Qué es
heading-drug-indications = Indicaciones en seno de la ficha de EE. UU. al { $date }
heading-drug-not-in-force = Filas de la ficha que no están vigentes al { $date }
heading-drug-dose = Dosis
heading-drug-warnings = Advertencias
heading-drug-tests = Pruebas complementarias
heading-drug-evidence = Ensayos
heading-drug-regimens = Esquemas que lo incluyen
heading-drug-monitoring = Qué se vigila
heading-drug-cost = Costo
heading-drug-codes = Códigos
heading-drug-notes = Notas

drug-name = Medicamento
drug-brands = Marcas
drug-abbreviation = Abreviatura
drug-maker = Fabricante
drug-class = Clase
drug-target = Blanco
drug-route = Vía
drug-kind = Tipo
drug-key-facts = Datos principales
drug-approvals = Aprobaciones
drug-early = Enfermedad temprana
drug-metastatic = Enfermedad metastásica
drug-indications = Indicaciones en seno
drug-dose = Dosis
drug-vials = Viales
drug-boxed = Advertencias en recuadro
drug-contraception = Anticoncepción
drug-interactions = Interacciones
drug-reactions = Reacciones
drug-cost = Costo de una dosis
drug-tests = Pruebas

column-label-row = Fila de la ficha
column-requires = Requiere
column-since = Vigencia
column-listed = Cómo figura
column-trial = Ensayo
column-population = Población
column-result = Resultado
column-regimen = Esquema
column-parts = Partes
column-setting = Fase
column-system = Sistema
column-code-value = Código
column-per = Por
column-test = Prueba
column-claim = Indicación
column-watch = Qué
column-page = Página

caption-drugs-overview = Medicamentos, sus indicaciones vigentes en seno y el costo de una dosis
caption-drug-rows = Filas de la ficha
caption-drug-trials = Ensayos que citan las tablas de tratamiento para esquemas que lo incluyen
caption-drug-regimens = Esquemas que lo nombran
caption-drug-codes = Códigos
caption-drug-tests = Pruebas que la FDA enumera como diagnóstico complementario
caption-drug-watch = Qué se vigila, y la página con sus reglas

drug-kind-originator = medicamento original
drug-kind-biosimilar = biosimilar
drug-kind-subcutaneous = forma para aplicar bajo la piel
drug-kind-beside = se usa junto a medicamentos contra HER2
drug-kind-like = { $kind } de { $reference }

route-intravenous = por vena
route-subcutaneous = bajo la piel
route-oral = por la boca

maker-holder = { $name } (titular)
maker-seller = { $name } (vendedor)
maker-former = { $name } (antes)
maker-from = { $maker }, desde { $from }
maker-until = { $maker }, hasta { $until }
maker-from-until = { $maker }, de { $from } a { $until }

setting-early = enfermedad temprana
setting-metastatic = enfermedad metastásica
setting-any = cualquier fase

dose-every = { $amount } { $unit } cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
  }
dose-day = { $amount } { $unit }, { $times ->
    [one] una vez al día
   *[other] { $times } veces al día
  }
dose-loading = primera dosis { $loading } { $unit }, luego { $dose }
dose-setting = { $setting }: { $dose }
dose-duration = { $dose }; { $duration }
dose-note = { $dose } ({ $note })

contraception-female-months = Mujeres: durante el tratamiento y { $count ->
    [one] { $count } mes
   *[other] { $count } meses
  } después.
contraception-female-weeks = Mujeres: durante el tratamiento y { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
  } después.
contraception-male-months = Hombres: durante el tratamiento y { $count ->
    [one] { $count } mes
   *[other] { $count } meses
  } después.
contraception-male-weeks = Hombres: durante el tratamiento y { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
  } después.

boxed-cardiomyopathy = miocardiopatía
boxed-cardiac-toxicity = toxicidad cardíaca
boxed-left-ventricular-dysfunction = disfunción del ventrículo izquierdo
boxed-infusion-reactions = reacciones a la infusión
boxed-pulmonary-toxicity = toxicidad pulmonar
boxed-embryo-fetal-toxicity = toxicidad embriofetal
boxed-hepatotoxicity = hepatotoxicidad
boxed-interstitial-lung-disease = enfermedad pulmonar intersticial, neumonitis
boxed-none = Aquí no consta ninguna advertencia en recuadro.

indication-none-breast = Sin indicación en seno en EE. UU.
indication-none = Ninguna fila de su ficha está vigente aquí.
indication-since = { $what }, desde el { $date }
indication-her2 = { $category }: { $what }
row-since = desde el { $from }
row-from-until = del { $from } al { $until }
row-not-yet = a partir del { $from }

cost-first = Primera dosis { $dollars }
cost-dose = { $dollars } por dosis ({ $amount }) cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
  }
cost-first-dose = { $first } la primera dosis, luego { $dollars } ({ $amount }) cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
  }
cost-year = { $dollars } en 52 semanas de este calendario ({ $doses } dosis)
cost-vials = { $dollars } por dosis si se cuentan viales enteros ({ $amount })
cost-milligrams = { $milligrams } mg
cost-weighed = { $milligrams } mg con { $weight } kg
cost-units = { $units } unidades de facturación
cost-list = Límite de pago de Medicare, { $code }, del { $from } al { $until }.
cost-old = Ese trimestre terminó antes del { $date }: los límites más nuevos pueden ser distintos.
cost-none = Sin cifra con fecha.
cost-none-oral = Sin cifra con fecha: las tabletas no tienen límite de pago de Medicare Parte B.
cost-basis =
    La cifra es el límite de pago de Medicare solo para la cantidad de medicamento, por unidad de facturación, redondeada hacia arriba.
    No es el precio que paga un paciente, y no incluye infusión, visita, sobrante de viales abiertos ni otro medicamento.
cost-basis-weight = Las dosis por peso son para { $weight } kg.

nearest-drug = Aquí no hay ningún medicamento `{ $name }`.
nearest-drug-hint = Aquí no hay ningún medicamento `{ $name }`. ¿Quiso decir `{ $nearest }`?
watch-hint = `her2 monitor` hace el calendario y responde según los valores medidos.
heading-drugs-every = Cada medicamento
cost-quarter = Límites de pago de Medicare vigentes del { $from } al { $until }.
drug-tablets = Tabletas
watch-page = { $what } (página { $page })
left-out-unread = No se muestra aquí: no se leyó en su fuente.
