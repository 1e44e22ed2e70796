# Flags of a finding and problems of a record, for the patient. Each must be shown.

notice-ISH_REJECTED = Según las reglas, la prueba del gen de este informe no se puede usar. El motivo puede ser que hubo muy pocas células o señales difíciles de ver.
notice-IHC_REJECTED = Según las reglas, la prueba de proteína de este informe no se puede usar.
notice-RECOUNT_INVALID = El segundo conteo de este informe no cumple las reglas, así que no se usó.
notice-RECOUNT_CHANGED_GROUP = El segundo conteo dio un grupo distinto del primero. El laboratorio tiene que decidir cuál vale.
notice-IHC_ISH_DISCORDANT = La prueba de proteína y la prueba del gen apuntan en direcciones distintas. Vale la pena preguntar si se revisaron las dos.
notice-NO_INVASIVE_COMPONENT = La muestra que se examinó no tenía cáncer invasivo.
notice-SITE_NOT_BREAST = El informe es de otra parte del cuerpo. No se usaron las reglas para el cáncer de seno.
notice-NUMERIC_INCONSISTENCY = Los números de la prueba del gen no concuerdan entre sí. Pregunte si el laboratorio puede revisarlos.
notice-ROUNDING_CROSSES_CUTOFF = El resultado está muy cerca de un límite, y con los números redondeados saldría otra cosa. Se usaron los conteos exactos.
notice-COPY_NUMBER_MISSING = Esta página no encontró el número de copias de HER2, así que no se pudo comprobar el resultado.
notice-INTERPRETATION_CONFLICT = Los números del informe y la palabra que eligió el laboratorio no coinciden. Pregunte a su equipo médico cuál cuenta.
notice-SCORE_PATTERN_MISMATCH = La puntuación y la forma en que se describe la tinción no coinciden. Pregunte a su equipo médico si el laboratorio puede revisarlo.
notice-EDITION_CHANGE = La lectura de esta prueba depende del año de las reglas que se usen.
notice-DISCORDANT_SAME_TUMOUR = Dos resultados que parecen ser del mismo tumor son distintos.
notice-DISCORDANT_PRIMARY_METASTASIS = El primer tumor y uno posterior dieron resultados de HER2 distintos.

problem-empty = El archivo está vacío.
problem-binary = El archivo no es texto simple, así que no se pudo leer.
problem-too-large = El archivo es demasiado grande para leerlo.
problem-not-a-pathology-report = El texto no parece ser un informe de patología.
problem-other-organ = El informe es de otra parte del cuerpo.
problem-no-her2 = Se buscó un resultado de HER2 en todo el texto.
problem-not-english = El informe no parece estar en inglés, y esta página solo puede leer informes en inglés.
problem-invalid-utf8 = Algunas letras del archivo estaban dañadas.
problem-contradictory = El informe dice cosas sobre HER2 que no concuerdan entre sí.
problem-truncated = El texto del informe parece cortarse a la mitad, así que puede faltar algo.
problem-prior-only = El resultado de HER2 viene de un informe anterior o de otro laboratorio. El primer informe tiene los detalles.
problem-any = Hay algo fuera de lo común en el informe: { $message }
