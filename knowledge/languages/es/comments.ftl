# Comments a report should carry, in this project's own words. `comment-*` names the topic, `text-*` can be put in a report.

comment-C_G2 = Comentario para el grupo 2 de ISH
text-C_G2 =
    El cociente alcanza o supera el punto de corte, mientras que el número de copias de HER2 es menor de 4.0 por célula.
    Hay pocos datos que muestren si estos tumores responden al tratamiento dirigido a HER2; el grupo pequeño de los primeros ensayos adyuvantes no mostró un beneficio claro y fue demasiado pequeño para decidirlo.
    Por eso, la ISH se completó con IHC en el mismo tejido y, sin una puntuación de 3+, la muestra se informa como HER2 negativo.
comment-C_G3 = Comentario para el grupo 3 de ISH
text-C_G3 =
    El número de copias de HER2 es de 6.0 o más por célula, mientras que el cociente es menor de 2.0.
    Sin sobreexpresión de la proteína no hay datos suficientes sobre el tratamiento dirigido a HER2, porque estos pacientes no podían entrar en los primeros ensayos adyuvantes.
    Con una puntuación de IHC de 0 o 1+ en el mismo tejido, la muestra se informa como HER2 negativo.
comment-C_G4 = Comentario para el grupo 4 de ISH
text-C_G4 =
    El número de copias de HER2 es de al menos 4.0 y menor de 6.0 por célula, mientras que el cociente es menor de 2.0.
    No es seguro que el tratamiento dirigido a HER2 ayude a estos pacientes, salvo que la IHC sea 3+.
    Cerca del punto de corte, una repetición puede dar el resultado contrario solo por azar; por eso, sin una puntuación de 3+, la muestra se informa como HER2 negativo y la prueba no se repite.
comment-C_2023_FOOTNOTE = Nota al pie sobre la expresión baja de HER2 (reafirmación de 2023)
text-C_2023_FOOTNOTE =
    HER2 negativo (0, 1+, o 2+ sin amplificación) significa que no se encontró sobreexpresión ni amplificación; aun así, puede haber algo de proteína HER2.
    La puntuación semicuantitativa es parte del resultado: con 1+, o 2+ sin amplificación, un conjugado de anticuerpo y fármaco dirigido a HER2 puede ser una opción en la enfermedad metastásica.
    Desde enero de 2025, la ficha técnica (label) de los Estados Unidos también abarca la puntuación 0 con tinción tenue de la membrana (ultralow) en la enfermedad metastásica con receptores hormonales positivos.
comment-C_INDETERMINATE_REASON = Motivo de un resultado indeterminado
text-C_INDETERMINATE_REASON = No se pudo determinar HER2 por un motivo técnico. Indique el motivo y pida otra muestra.
comment-C_HETEROGENEITY = Comentario sobre la heterogeneidad
text-C_HETEROGENEITY = Se vieron células tumorales con más HER2 que el resto. Indique qué proporción son e informe las dos poblaciones; considere examinar una parte mayor del tumor.
comment-C_PREANALYTIC = Comentario sobre el manejo del tejido
text-C_PREANALYTIC = La fijación o el tiempo hasta la fijación estuvo fuera de los límites de la guía, o no se conoce. Indique la desviación; un resultado negativo merece confirmación.
