# Questions to take along, one a line; by outcome, then for everybody.

questions-positive =
    ¿Qué significa HER2 positivo para mis opciones?
    ¿Hay que revisar mi corazón antes de algunos tratamientos o durante ellos?
questions-negative-low =
    ¿El resultado HER2 bajo cambia algo para mí ahora, o solo más adelante?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-negative-ultralow =
    ¿El resultado HER2 ultrabajo cambia algo para mí ahora, o solo más adelante?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-negative-null =
    ¿Es seguro que no se vio nada de HER2? ¿Es eso importante para mí?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-negative-zero =
    ¿Hubo alguna tinción tenue? ¿Es eso importante para mí?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-negative-zero-or-one =
    ¿Mi puntuación fue 0 o 1+? ¿Es eso importante para mí?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-negative-unscored =
    ¿Cuál fue mi puntuación de HER2, y qué prueba se usó?
    ¿Habría que repetir la prueba de HER2 si el cáncer vuelve o se extiende?
questions-equivocal =
    ¿Ya se pidió la segunda prueba, y en qué muestra?
    ¿Cuándo estará el resultado, y quién me va a llamar?
    ¿Pueden seguir otros planes mientras esperamos?
questions-pending-ordered =
    ¿Cuándo estará el resultado de HER2, y quién me va a llamar?
    ¿Pueden seguir otros planes mientras esperamos?
questions-pending-step =
    ¿Quién se encarga de que se haga el paso que falta?
    ¿Cuándo estará el resultado, y quién me va a llamar?
    ¿Pueden seguir otros planes mientras esperamos?
questions-pending-numbers =
    ¿Puede el laboratorio revisar los números de la prueba del gen?
    ¿Voy a recibir un informe corregido?
questions-pending-number-missing =
    ¿Puede el laboratorio dar el número de copias de HER2 en cada célula?
    ¿Cómo llamó el propio laboratorio al resultado?
questions-indeterminate =
    ¿Por qué no funcionó la prueba?
    ¿Queda suficiente tejido para repetir la prueba, o necesito otra biopsia?
    ¿Cuándo estará el nuevo resultado, y quién me va a llamar?
questions-conflict =
    ¿A qué tumor o muestra corresponde cada resultado?
    ¿Piensa el laboratorio que los dos resultados son correctos?
    ¿Cómo se planifica cuando los resultados son distintos?
questions-not-reported =
    ¿Se hizo la prueba de HER2?
    ¿Qué informe tiene el resultado, y puedo recibir una copia?
questions-not-breast =
    ¿Es este el informe correcto?
    ¿Es HER2 importante para mi tipo de cáncer?
questions-not-invasive =
    ¿Hay cáncer invasivo en alguna de mis muestras?
    Si lo hay, ¿se hizo en él la prueba de HER2?
questions-unreadable =
    ¿Puedo recibir una copia de mi informe en forma de texto?

questions-one-test = ¿Bastó con una prueba de HER2, o habría que hacer también la otra?
questions-retest = Las reglas dicen que una nueva prueba de HER2 puede ser útil en un caso como el mío. ¿La necesito?
questions-samples = Dos muestras dieron resultados de HER2 distintos. ¿Cuál cuenta para mí, y por qué?
questions-group = Mi prueba del gen fue de un tipo poco común. ¿Qué tan seguro está el laboratorio del resultado?
questions-older = Mi informe usó reglas más antiguas. ¿Cambia el resultado con las reglas de hoy?
questions-mismatch = Algunas partes de mi resultado de HER2 no coinciden. ¿Puede el laboratorio revisarlo de nuevo?
questions-everybody =
    ¿Qué significan todos mis resultados cuando se miran juntos?
    ¿Cómo puedo obtener una segunda opinión?
questions-differs =
    ¿Por qué son distintas las dos lecturas de mi prueba de HER2?
    ¿Cuál usan en mi caso, y por qué?
    ¿Habría que repetir la prueba?
questions-differs-step =
    ¿Es definitivo mi resultado de HER2?
    ¿Se hizo el paso que falta, y dónde está escrito?
questions-differs-numbers =
    ¿Puede el laboratorio revisar los números de la prueba del gen?
    ¿Sigue igual el resultado después de eso?
questions-differs-number-missing =
    ¿Puede el laboratorio dar el número de copias de HER2 en cada célula?
    ¿Sigue igual el resultado con las reglas de hoy?
questions-differs-invasive =
    ¿Hay cáncer invasivo en alguna de mis muestras?
    Si lo hay, ¿se hizo en él la prueba de HER2?
questions-contradicts =
    ¿Qué resultado de HER2 es el correcto?
    ¿Puede el laboratorio revisarlo, y enviar un informe corregido si hace falta?
