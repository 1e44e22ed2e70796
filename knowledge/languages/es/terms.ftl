# Terms of findings, as a clinician reads them. Every term of the vocabulary has its words here.

status-POSITIVE = HER2 positivo
status-NEGATIVE = HER2 negativo
status-EQUIVOCAL = HER2 equívoco
status-PENDING = Pendiente
status-INDETERMINATE = Indeterminado
status-NOT_APPLICABLE = No aplicable
status-open = Sin decidir: { $possible }

category-HER2_POSITIVE = HER2 positivo
category-HER2_LOW = HER2 bajo, HER2-low (1+, o 2+ sin amplificación)
category-HER2_ULTRALOW = HER2 ultrabajo, HER2-ultralow (0 con tinción tenue e incompleta)
category-HER2_NULL = HER2 nulo, HER2-null (0 sin ninguna tinción)
category-HER2_ZERO_UNSPECIFIED = Puntuación 0, sin detalle de la tinción
category-UNRESOLVED_0_VS_1PLUS = 0 o 1+, sin distinguir
category-UNDETERMINED = Sin determinar
category-UNDETERMINED_NO_IHC = Sin determinar: no hay puntuación de IHC
category-NOT_APPLICABLE = No aplicable

group-1 = 1
group-2 = 2
group-3 = 3
group-4 = 4
group-5 = 5

awaited-ISH = ISH en la misma muestra
awaited-IHC = IHC en el tejido usado para la ISH
awaited-RECOUNT = Recuento ciego por un segundo observador
awaited-ADJUDICATION = Decisión entre dos conteos que difieren
awaited-DUAL_PROBE_ISH = ISH de doble sonda
awaited-IHC_OR_DUAL_PROBE = IHC en el mismo tejido, ISH de doble sonda, o ambas
awaited-NUMERIC_CLARIFICATION = Números que concuerden entre sí

who-ISH = Laboratorio de patología
who-IHC = Laboratorio de patología
who-RECOUNT = Laboratorio de patología, segundo observador
who-ADJUDICATION = Laboratorio de patología, según su propio procedimiento
who-DUAL_PROBE_ISH = Laboratorio de patología
who-IHC_OR_DUAL_PROBE = Laboratorio de patología
who-NUMERIC_CLARIFICATION = Laboratorio que firmó la ISH

action-REFLEX_ISH_SAME_SPECIMEN_OR_NEW_TEST = Hacer ISH refleja en la misma muestra, o pedir una nueva prueba de IHC o ISH, en una muestra nueva si la hay.
action-PERFORM_IHC_SAME_TISSUE = Teñir por IHC cortes del tejido usado para la ISH y leer juntas las dos laminillas.
action-SECOND_OBSERVER_RECOUNT_GE20 = Que un segundo observador, sin conocer el primer resultado, cuente al menos 20 células, incluida el área de tinción 2+.
action-ADJUDICATE_INTERNAL = Decidir la categoría final según el procedimiento propio del laboratorio.
action-DUAL_PROBE_ISH = Hacer la prueba con doble sonda; da el resultado final.
action-PERFORM_IHC_SAME_TISSUE_AND_OR_DUAL_PROBE = Teñir el mismo tejido por IHC, hacer la prueba con doble sonda, o ambas cosas.
action-REPEAT_ISH_OR_NEW_SPECIMEN = Repetir la ISH, o examinar otra muestra.
action-REPEAT_TEST_OR_NEW_SPECIMEN = Repetir la prueba, o examinar otra muestra.
action-ISH_REPEAT_OPTIONAL = La ISH se puede repetir; el estado no depende de ello.
action-REVIEW_DISCORDANCE = Revisar juntas la IHC y la ISH, y averiguar por qué difieren.
action-IHC_NEEDED_FOR_LOW_ULTRALOW = Se necesita IHC si importa HER2-low o HER2-ultralow: la ISH sola no los distingue.
action-SLIDE_REVIEW_TO_SEPARATE_0_1PLUS = Pedir que se lea de nuevo la laminilla si importa 0 frente a 1+.
action-ASK_LAB_TO_CORRECT_NUMBERS = Pedir al laboratorio que corrija o complete sus números.
action-CONFIRM_NEGATIVE_ISH_OR_OTHER_SPECIMEN = Confirmar el resultado negativo por ISH o en otra muestra.

flag-ISH_REJECTED = La ISH no se debe usar: se declaró no válida, o se contaron menos células de las que pide la guía.
flag-IHC_REJECTED = La IHC no se debe usar: se declaró no válida.
flag-RECOUNT_INVALID = El recuento no vale: muy pocas células, sin cegamiento, o el mismo observador.
flag-RECOUNT_CHANGED_GROUP = El recuento cayó en un grupo distinto del primer conteo.
flag-IHC_ISH_DISCORDANT = La IHC y la ISH apuntan en direcciones distintas.
flag-NO_INVASIVE_COMPONENT = No se examinó carcinoma invasivo.
flag-SITE_NOT_BREAST = La muestra no es de seno; estas tablas no se aplican.
flag-NUMERIC_INCONSISTENCY = El cociente impreso no es el cociente de las medias impresas, ni siquiera teniendo en cuenta sus decimales.
flag-ROUNDING_CROSSES_CUTOFF = Los totales exactos y los valores impresos caen a lados distintos de un punto de corte; se usaron los totales.
flag-COPY_NUMBER_MISSING = No se da el número de copias de HER2, así que no se puede formar un grupo. La interpretación firmada queda sin verificar.
flag-INTERPRETATION_CONFLICT = La interpretación firmada contradice los números. No se reemplazó.
flag-SCORE_PATTERN_MISMATCH = La tinción descrita no corresponde a la puntuación firmada. Se usó la puntuación firmada.
flag-EDITION_CHANGE = Otra edición de la guía lee de otra forma los mismos valores.
flag-DISCORDANT_SAME_TUMOUR = Dos muestras de un mismo tumor difieren.
flag-DISCORDANT_PRIMARY_METASTASIS = El tumor primario y la metástasis difieren.

flag-recount-change = Recuento: del grupo { $from } al grupo { $to }.

signed-positive = positivo
signed-negative = negativo
signed-equivocal = equívoco
signed-pending = pendiente
signed-indeterminate = indeterminado
signed-conflict = resultados que difieren
signed-not_reported = sin resultado

retest-NOT_STATED = La edición no pide nada más.
retest-RETEST_NOT_NEEDED = No se debe pedir una nueva prueba: el resultado concuerda con la histología.
retest-RETEST_MAY = Se puede pedir una nueva prueba en la pieza de escisión.
retest-RETEST_SHOULD = Se debería pedir una nueva prueba: el resultado no concuerda con la histología.
retest-RETEST_MUST = Se debe pedir una nueva prueba en la pieza de escisión.
