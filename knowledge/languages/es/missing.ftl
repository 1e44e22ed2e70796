# What is not known yet, and who can answer it.

missing-none = Para el resultado de HER2 en sí, las reglas no piden más pruebas.
missing-ISH =
    La segunda prueba, la prueba del gen (ISH o FISH), todavía falta.
    El laboratorio de patología puede hacerla en la misma muestra. Su equipo médico puede decirle si ya se pidió.
missing-ISH-ordered =
    El informe dice que la segunda prueba, la prueba del gen (ISH o FISH), está en camino.
    Pregunte a su equipo médico cuándo se espera el resultado y quién le va a llamar.
missing-ISH-again =
    La segunda prueba, la prueba del gen (ISH o FISH), hay que hacerla de nuevo, porque el primer intento no sirve.
    El laboratorio de patología puede hacerla. Su equipo médico puede decirle si ya se pidió.
missing-IHC =
    Las reglas piden la prueba de proteína (IHC) en el mismo pedazo de tejido.
    Esta página no encontró ninguna en el informe.
    El laboratorio de patología puede decir si se hizo. Su equipo médico puede pedirla.
missing-RECOUNT =
    Las reglas piden que una segunda persona cuente las copias del gen, sin conocer el primer conteo.
    Esta página no encontró ese conteo en el informe.
    El laboratorio de patología puede decir si se hizo.
missing-ADJUDICATION =
    Dos conteos dieron grupos distintos.
    El laboratorio de patología tiene que decidir cuál cuenta. Su equipo médico puede preguntar cómo se decidió.
missing-DUAL_PROBE_ISH =
    Todavía falta una prueba del gen que cuente dos marcadores.
    El laboratorio de patología puede hacerla en la misma muestra. Su equipo médico puede decirle si ya se pidió.
missing-IHC_OR_DUAL_PROBE =
    Todavía falta la prueba de proteína (IHC), o una prueba del gen con dos marcadores.
    El laboratorio de patología puede hacerla. Su equipo médico puede pedirla.
missing-NUMERIC_CLARIFICATION =
    Hay que revisar los números de la prueba del gen.
    El laboratorio de patología puede hacerlo. Su equipo médico puede pedirlo.

missing-over-open = El resultado de la muestra { $number } todavía no es definitivo. Pregunte a su equipo médico cuándo se espera y quién le va a llamar.
missing-ordered = El resultado de HER2 todavía no llega. Pregunte a su equipo médico cuándo se espera y quién le va a llamar.
missing-her2 = No se sabe si se hizo la prueba de HER2. Pregunte a su equipo médico, y pregunte en qué informe está el resultado.
missing-retest = La prueba de HER2 hay que hacerla de nuevo. Pregunte a su equipo médico si queda suficiente tejido o si hace falta otra muestra.
missing-which-tumor = No está decidido cuál de los resultados guía su atención. Pida a su equipo médico que los repase con usted uno por uno.
missing-which-right = No está decidido qué parte del informe es la correcta. El laboratorio de patología puede revisarlo. Su equipo médico puede pedirlo.
missing-which-reading = No está decidido cuál de las dos lecturas guía su atención. Pregunte a su equipo médico, y pregunte si el laboratorio de patología puede mirar de nuevo.
missing-zero-detail = No se sabe si la puntuación de 0 tenía un rastro tenue o nada. Si es importante para usted, el laboratorio de patología puede mirar de nuevo la laminilla.
missing-zero-or-one = No se sabe si la puntuación fue 0 o 1+. Si es importante para usted, el laboratorio de patología puede mirar de nuevo la laminilla.
missing-score = La puntuación de HER2 no aparece. Si es importante para usted, pídala al laboratorio de patología.
missing-copies = El número de copias de HER2 no se encontró en el informe. El laboratorio de patología puede añadirlo.
missing-discordant = Las dos pruebas de HER2 no coinciden. Pregunte a su equipo médico si el laboratorio de patología revisó las dos de nuevo.
missing-hormone = Esta página no encontró los receptores hormonales ({ $which }) en el informe. Pregunte a su equipo médico dónde aparecen.
missing-retest-asked = Las reglas dicen que una nueva prueba de HER2 puede ser útil en un caso como este. Pregunte a su equipo médico si está prevista.
missing-handling = El tejido no se trató dentro de los límites de las reglas, así que un resultado negativo debe comprobarse de nuevo. Pregunte a su equipo médico cómo.
missing-not-invasive = Con este informe no se sabe el estado de HER2 de un cáncer invasivo, si lo hay. Pregunte a su equipo médico si se encontró alguno.
missing-report = Falta el texto del informe. Pida en su clínica una copia que se pueda leer, o el texto del informe.
