# What else the report says, one line each.

also-er = Receptor de estrógeno (ER)
also-pr = Receptor de progesterona (PR)
also-positive = Positivo. Las hormonas pueden ayudar a crecer a estas células.
also-positive-percent = Positivo, en el { $percent }% de las células. Las hormonas pueden ayudar a crecer a estas células.
also-low_positive = Positivo bajo. Solo unas pocas células responden a la hormona.
also-low_positive-percent = Positivo bajo, en el { $percent }% de las células.
also-negative = Negativo.
also-negative-percent = Negativo, visto en el { $percent }% de las células.
also-receptor-pending = El resultado todavía no llega.
also-receptor-conflict = El informe da resultados que no concuerdan.
also-receptor-not_reported = No se encontró en este informe.

also-histology = Tipo de cáncer
histology-ductal = Ductal, es decir, empezó en los conductos de la leche. Algunos laboratorios lo llaman “no special type” (sin tipo especial).
histology-lobular = Lobulillar, es decir, empezó en las glándulas que producen leche.
histology-mixed = Mixto, con una parte ductal y una parte lobulillar.
histology-mucinous = Mucinoso, un tipo que produce moco.
histology-tubular = Tubular, un tipo que forma tubos pequeños.
histology-cribriform = Cribiforme, un tipo con huecos redondos y pequeños.
histology-papillary = Papilar, un tipo que forma pequeños dedos.
histology-micropapillary = Micropapilar, un tipo que forma grupos muy pequeños.
histology-medullary = Medular, un tipo con muchas células de defensa.
histology-metaplastic = Metaplásico, un tipo raro con más de una clase de células.
histology-adenoid_cystic = Adenoide quístico, un tipo raro.
histology-apocrine = Apocrino, un tipo que se parece a las células de las glándulas del sudor.
histology-other = Un tipo para el que esta página no tiene palabras sencillas. El informe lo nombra.

also-grade = Grado
grade-1 = 1 de 3. Las células se parecen mucho a las células normales.
grade-2 = 2 de 3. Las células se ven algo distintas de las células normales.
grade-3 = 3 de 3. Las células se ven muy distintas de las células normales.
also-size = Tamaño
size-mm = { $mm } mm, es decir, { $cm } cm, en la parte invasiva más grande.
also-nodes = Ganglios linfáticos
nodes-some = { $examined ->
    [one] Se encontró cáncer en el único ganglio linfático que se miró.
   *[other] Se encontró cáncer en { $positive } de { $examined } ganglios linfáticos.
}
nodes-none = { $examined ->
    [one] No se encontró cáncer en el único ganglio linfático que se miró.
   *[other] No se encontró cáncer en los { $examined } ganglios linfáticos que se miraron.
}
nodes-positive-only = Se encontró cáncer en { $positive ->
    [one] un ganglio linfático.
   *[other] { $positive } ganglios linfáticos.
}
nodes-none-only = No se encontró cáncer en los ganglios linfáticos que se miraron.
nodes-examined-only = El laboratorio miró { $examined ->
    [one] un ganglio linfático.
   *[other] { $examined } ganglios linfáticos.
}
also-stage = Letras TNM
stage-letters = { $letters }. Resumen el tamaño (T), los ganglios linfáticos (N) y la extensión a otras partes (M).
also-ki67 = Ki-67
ki67-percent = { $percent }%. Muestra cuántas de las células están por dividirse.
also-lvi = Vasos
lvi-present = Se vieron células del cáncer en vasos pequeños.
lvi-absent = No se vieron células del cáncer en vasos pequeños.
lvi-uncertain = No es seguro si hay células del cáncer en vasos pequeños.
also-margins = Bordes
margins-positive = Se vio cáncer en el borde del tejido que se quitó.
margins-negative = No se vio cáncer en el borde del tejido que se quitó.
also-multiple = El informe describe más de un tumor. Las líneas de abajo valen para el informe en conjunto, no para cada tumor.
also-none = Esta página no encontró los otros datos principales en el informe.
