# What was tested, with its numbers. The words of `word-…` follow a colon.

tested-what =
    HER2 es una proteína que está en la parte de afuera de las células.
    Los laboratorios la buscan en un pedazo del tumor.
    La prueba mira solo el tumor, así que no dice qué se hereda en su familia.
tested-date = El informe tiene fecha del { $date }.
tested-ihc = La prueba de proteína (IHC) muestra cuánto HER2 hay en las células. Su puntuación es { $score }.
tested-ihc-percent = El laboratorio vio esta tinción en el { $percent }% de las células del cáncer.
tested-ihc-percent-strong = Se vio una tinción fuerte en todo el borde de la célula en el { $percent }% de las células del cáncer.
tested-ihc-word = La prueba de proteína (IHC) muestra cuánto HER2 hay en las células. El informe da este resultado, sin puntuación: { $word }.
tested-ihc-not-done = El informe dice que la prueba de proteína (IHC) no se hizo.
tested-ish-not-done = El informe dice que no se hizo.
tested-ish-dual = La prueba del gen (ISH, muchas veces llamada FISH) cuenta las copias del gen HER2 en las células.
tested-ish-ratio = El cociente es { $ratio }. Compara el gen HER2 con un marcador del mismo cromosoma.
tested-ish-copies = En promedio, el laboratorio contó { $copies } copias de HER2 en cada célula.
tested-ish-cells = { $cells ->
    [one] El laboratorio miró una célula.
   *[other] El laboratorio miró { $cells } células.
}
tested-ish-word = El informe da este resultado de la prueba del gen: { $word }.
tested-unspecified = El informe no dice qué prueba de HER2 se usó, pero da este resultado: { $word }.
tested-rejected-ihc = La prueba de proteína no se pudo usar.
tested-rejected-ish = La prueba del gen no se pudo usar.
tested-replaced = El informe también contiene un resultado de HER2 más antiguo. Una parte posterior del informe lo reemplazó, así que esta página no lo usa.
tested-none = En este informe no se encontró ninguna prueba de HER2 con resultado.

word-positive = positivo
word-negative = negativo
word-equivocal = intermedio
word-amplified = amplificado, es decir, con copias extra
word-not_amplified = no amplificado, es decir, sin copias extra
word-overexpressed = demasiado HER2
word-not_overexpressed = no hay demasiado HER2
word-weakly_positive = débilmente positivo
word-indeterminate = no hay una respuesta clara
word-pending = todavía pendiente
word-not_performed = no se hizo

scale-title = La escala de la prueba de proteína
scale-here = su resultado
scale-zero = 0
scale-ultralow = ultrabajo
scale-one = 1+
scale-two = 2+
scale-three = 3+
scale-negative = negativo
scale-second-test = 2.ª prueba
scale-positive = positivo
scale-said =
    Una fila de cinco pasos, desde nada de HER2 a la izquierda hasta lo máximo a la derecha: 0, ultrabajo (0 con un rastro), 1+, 2+ y 3+.
    Los tres primeros son negativos, 2+ necesita una segunda prueba y 3+ es positivo.
scale-marked-one = Su resultado está marcado en { $place }.
scale-marked-some = Su resultado es uno de estos: { $place }.
scale-marked-none = El informe no da ninguna puntuación, así que no hay ningún paso marcado.
scale-or = { $first } o { $second }

gauges-title = Los números de la prueba del gen
gauges-ratio = Cociente
gauges-copies = Copias de HER2 en cada célula
gauges-said-one-cut = { $name }: su número es { $value }. La marca está en { $cut }.
gauges-said-two-cuts = { $name }: su número es { $value }. Las marcas están en { $low } y { $high }.
gauges-read = Las marcas muestran dónde trazan las reglas una línea. Las reglas leen los dos números juntos.
gauges-read-single = Las marcas muestran dónde trazan las reglas una línea.

day = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
