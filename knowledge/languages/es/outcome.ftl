# One set of fixed sentences for each outcome: `lead` comes first, `meaning` explains, `next` says what usually follows.
# One sentence a line. Numbers come from the report. The words of `result-…` follow “resultado” and agree with it.

lead-positive = Su informe muestra un cáncer de seno HER2 positivo.
lead-positive-discordant = Según las reglas, su informe se lee como HER2 positivo, pero sus dos pruebas de HER2 no coinciden.
lead-negative-low = Su informe muestra un cáncer de seno HER2 negativo con un nivel bajo de HER2, que se llama HER2 bajo (HER2-low).
lead-negative-ultralow = Su informe muestra un cáncer de seno HER2 negativo con apenas un rastro de HER2, que se llama HER2 ultrabajo (HER2-ultralow).
lead-negative-null = Su informe muestra un cáncer de seno HER2 negativo, y no se vio HER2 en las células.
lead-negative-zero = Su informe muestra un cáncer de seno HER2 negativo, con una puntuación de 0.
lead-negative-zero-or-one = Su informe muestra un cáncer de seno HER2 negativo, con una puntuación de 0 o 1+.
lead-negative-unscored = Su informe muestra un cáncer de seno HER2 negativo, pero no da la puntuación.
lead-equivocal = Su resultado de HER2 todavía no es definitivo: la primera prueba salió intermedia y hace falta una prueba más.
lead-equivocal-ordered = Su resultado de HER2 todavía no es definitivo: la primera prueba salió intermedia y la segunda está en camino.
lead-pending-ordered = Su resultado de HER2 todavía no está en este informe.
lead-pending-step = Su resultado de HER2 todavía no es definitivo: hace falta un paso más.
lead-pending-numbers = Su resultado de HER2 no está claro, porque los números del informe no concuerdan entre sí.
lead-pending-number-missing = Su resultado de HER2 todavía no está claro, porque el informe no da todos los números.
lead-indeterminate = La prueba de HER2 no dio una respuesta, así que hace falta una prueba nueva.
lead-contradicts = Su informe dice dos cosas sobre HER2 que no concuerdan, y esta página no puede saber cuál es la correcta.
lead-conflict = Su informe tiene más de un resultado de HER2, y no son iguales.
lead-not-reported = Esta página no encontró ningún resultado de HER2 en el informe.
lead-not-breast = Este informe no parece ser de un cáncer de seno, así que esta página no puede explicar con él un resultado de HER2.
lead-not-invasive = La prueba de HER2 de este informe no se hizo en un cáncer invasivo, así que las reglas de HER2 no valen para ella.
lead-unreadable = Este archivo no se pudo leer como un informe de patología.
lead-prior = Viene de una muestra anterior que el informe menciona.
lead-mismatch = Pero el informe describe la tinción de una manera que no corresponde a esta puntuación. Pregunte si el laboratorio puede revisarla.
lead-over-differ = Este es el resultado de una de sus muestras. Otra muestra tiene un resultado distinto.
lead-over-open = Este es el resultado de una de sus muestras. Otra muestra todavía no tiene un resultado definitivo.
lead-over-both = Este es el resultado de una de sus muestras. Otra muestra tiene un resultado distinto, y una todavía no tiene un resultado definitivo.

meaning-positive =
    HER2 positivo significa que las células del cáncer producen demasiado HER2, o que tienen copias extra de su gen.
    HER2 está en la parte de afuera de la célula y puede darle la orden de crecer.
    Algunos tratamientos están hechos para encontrar HER2 y bloquearlo.
    Su equipo médico puede decirle si alguno de ellos es adecuado para su caso.
meaning-negative-low =
    Se encontró algo de HER2, pero menos que en un cáncer HER2 positivo.
    HER2 bajo sigue siendo un tipo de HER2 negativo.
    Puede ser importante para algunas personas, sobre todo cuando un cáncer se extendió o volvió.
    Pregunte a su equipo médico si es importante para usted.
meaning-negative-ultralow =
    Solo unas pocas células mostraron un borde tenue de HER2.
    HER2 ultrabajo sigue siendo un tipo de HER2 negativo.
    Puede ser importante para algunas personas, sobre todo cuando un cáncer se extendió o volvió.
    Pregunte a su equipo médico si es importante para usted.
meaning-negative-null =
    La prueba no vio HER2 en la parte de afuera de las células del cáncer de esta muestra.
    Esto es HER2 negativo.
    No dice nada de las demás características del cáncer.
meaning-negative-zero =
    Una puntuación de 0 es HER2 negativo.
    Puede significar que no se vio nada de HER2, o que unas pocas células tenían un rastro tenue.
    El informe no dice cuál de las dos cosas fue.
    La diferencia puede ser importante para algunas personas, sobre todo cuando un cáncer se extendió o volvió.
meaning-negative-zero-or-one =
    Las dos puntuaciones son HER2 negativo.
    El informe no dice cuál de las dos fue.
    La diferencia puede ser importante para algunas personas, sobre todo cuando un cáncer se extendió o volvió.
meaning-negative-unscored =
    HER2 negativo significa que la prueba no encontró demasiado HER2 en esta muestra.
    Aun así, puede haber un poco de HER2 en las células.
    Sin la puntuación, nadie puede saberlo con este informe.
meaning-equivocal =
    Intermedio significa que la prueba no es positiva ni negativa.
    Todavía no es una buena ni una mala noticia.
    Una segunda prueba puede salir de una forma o de la otra.
    Hasta entonces, su estado de HER2 queda sin decidir.
meaning-pending-ordered =
    El informe dice que una prueba de HER2 está prevista o todavía está en curso.
    Esto no significa que HER2 sea positivo, ni significa que sea negativo.
meaning-pending-step =
    Las pruebas hechas hasta ahora no deciden su estado de HER2.
    Esto no significa que HER2 sea positivo, ni significa que sea negativo.
meaning-pending-numbers =
    Un laboratorio da más de un número para esta prueba, y los números deben concordar.
    Aquí no concuerdan, así que esta página no lee un resultado en ellos.
    El laboratorio puede revisar lo que se contó.
meaning-pending-number-missing =
    La prueba del gen tiene dos números, y las reglas necesitan los dos.
    Al menos uno de ellos no se encontró en el informe, así que esta página no lee un resultado en él.
    Esto no significa que HER2 sea positivo, ni significa que sea negativo.
meaning-indeterminate =
    La causa puede ser un problema con la muestra o con la prueba.
    Esto no significa que HER2 sea positivo, ni significa que sea negativo.
    Las reglas piden al laboratorio que diga el motivo y que haga otra prueba.
meaning-contradicts =
    Una parte del informe apunta a HER2 positivo, y otra parte apunta a HER2 negativo.
    Puede ser un descuido en el informe, o puede que esta página lo haya leído mal.
    Ninguna de las dos debe contar hasta que el laboratorio lo haya revisado.
    Compare las palabras de su informe al final de esta página.
meaning-conflict =
    Dos tumores, dos muestras o dos laboratorios pueden dar resultados de HER2 distintos.
    Cada línea de abajo vale por sí sola.
    Esta página no los mezcla en uno.
meaning-not-reported =
    Esto no significa que HER2 sea negativo.
    El resultado puede estar en otro informe, como el de su biopsia, o en un anexo posterior.
meaning-not-breast =
    HER2 también se mide en algunos otros cánceres, pero con otras reglas.
    Esta página solo conoce las reglas para el cáncer de seno.
meaning-not-invasive =
    Invasivo significa que el cáncer creció fuera de los conductos de la leche.
    Las reglas de HER2 están hechas solo para el cáncer invasivo.
    Una prueba en otras células no dice el estado de HER2 de un cáncer invasivo.
meaning-unreadable =
    Puede que el archivo no tenga texto, o que sea otro tipo de documento.
    No se leyó nada de él, así que no se dice nada sobre HER2.

# How the outcome came about, from the tests.
why-ihc-3 = La prueba de proteína dio una puntuación de 3+, y según las reglas eso es positivo.
why-ihc-low = La prueba de proteína dio una puntuación de { $score }, y según las reglas eso es negativo.
why-ihc-2 = La prueba de proteína dio una puntuación de 2+, que es un resultado intermedio.
why-ish-amplified = La prueba del gen encontró copias extra del gen HER2, y según las reglas eso es positivo.
why-ish-not-amplified = La prueba del gen no encontró copias extra del gen HER2, y según las reglas eso es negativo.
why-group-negative =
    Los dos números de la prueba del gen apuntan en direcciones distintas, lo que es poco común.
    En un caso así, las reglas también miran la prueba de proteína.
    Con todo junto, según las reglas su resultado es negativo.
why-group-open =
    Los dos números de la prueba del gen apuntan en direcciones distintas, lo que es poco común.
    En un caso así, las reglas piden un paso más antes de que el resultado sea definitivo.
why-group-positive =
    Los dos números de la prueba del gen apuntan en direcciones distintas, lo que es poco común.
    En un caso así, las reglas también miran la prueba de proteína.
    Con todo junto, según las reglas su resultado es positivo.
why-word = El informe da este resultado en palabras. No da la puntuación ni los números en los que se basa.
why-implied = El informe solo lo dice de paso. No nombra una prueba de HER2.
why-prior = Este resultado viene de una muestra anterior que el informe menciona.
why-other-specimen = Este es el resultado de: { $label }.

result-of-specimen = { $label }: { $result }
result-positive = HER2 positivo
result-negative = HER2 negativo
result-equivocal = intermedio
result-pending = todavía no definitivo
result-indeterminate = sin respuesta
result-not-applicable = no cubierto por las reglas de HER2
specimen-number = Muestra { $number }
result-number = resultado { $number }
specimen-prior = Una muestra anterior

# Which rules.
rules-chosen = Esta página usó las reglas de { $body } de { $year }.
rules-affirmed = Un grupo de expertos las revisó de nuevo en { $year } y las mantuvo.
rules-stated = Su informe dice que usó las reglas de { $body } de { $year }.
rules-by-date = Por su fecha, su informe parece usar las reglas de { $body } de { $year }.
rules-reading = Según esas reglas de { $year }, la misma prueba da este resultado: { $result }.
rules-signed-stays = Lo que firmó su laboratorio queda como está. Las reglas han cambiado con los años, por eso se muestran las dos lecturas.
rules-ask = Pregunte a su equipo médico qué significa esto para usted ahora.

lead-differs-step = Su informe da un resultado { $signed }, pero no muestra todos los pasos que piden las reglas de { $year }.
lead-differs-numbers = Su informe da un resultado { $signed }, pero los números de su prueba del gen no concuerdan entre sí.
lead-differs-number-missing = Su informe da un resultado { $signed }, pero no da todos los números que piden las reglas de { $year }.
lead-differs-invasive = Su informe da un resultado { $signed }, pero las reglas de HER2 son para el cáncer invasivo, y esta página no encontró ninguno en la muestra que se examinó.
lead-differs = Su informe da un resultado { $signed }, pero según las reglas de { $year } la misma prueba da otro resultado: { $result }.
lead-differs-samples = Su informe en conjunto da un resultado { $signed }, pero según las reglas de { $year } una de sus muestras da otro resultado: { $result }.
meaning-differs =
    Lo que firmó su laboratorio queda como está.
    Las reglas de HER2 han cambiado con los años, y a veces una palabra y los números que la acompañan no coinciden.
    Esta página no elige entre las dos lecturas.
    Pregunte a su equipo médico cuál de ellas guía su atención.
meaning-differs-step =
    Lo que firmó su laboratorio queda como está.
    Puede que el laboratorio haya hecho el paso sin anotarlo.
    Solo con el informe, esta página no puede saberlo.
    Su equipo médico puede preguntar al laboratorio si el resultado es definitivo.
meaning-differs-numbers =
    Lo que firmó su laboratorio queda como está.
    Un laboratorio da más de un número para esta prueba, y los números deben concordar.
    Aquí no concuerdan, o esta página leyó mal alguno de ellos.
    El laboratorio puede revisar lo que se contó.
meaning-differs-number-missing =
    Lo que firmó su laboratorio queda como está.
    La prueba del gen tiene dos números, y las reglas necesitan los dos.
    Al menos uno de ellos no se encontró en el informe, así que esta página no puede comprobar el resultado.
meaning-differs-invasive =
    Lo que firmó su laboratorio queda como está.
    Invasivo significa que el cáncer creció fuera del lugar donde empezó.
    Una prueba en otras células no dice el estado de HER2 de un cáncer invasivo.
