# Which kinds of medicine there are for a result, in general. Which of them, if any, is never said here.

heading-medicines = Tipos de medicamento para este resultado

general-from-here =
    A partir de aquí, esta página dice lo que vale en general para un resultado como el suyo.
    No es un plan, y su equipo médico puede tener otros planes para usted.

medicines-positive =
    Algunos medicamentos están hechos para encontrar HER2 y bloquearlo.
    En los Estados Unidos, estos tipos están aprobados para algunas personas con cáncer de seno HER2 positivo.
medicines-low =
    La mayoría de los medicamentos contra HER2 no están hechos para el cáncer HER2 bajo.
    En los Estados Unidos, este tipo está aprobado para algunas personas con cáncer de seno HER2 bajo.
medicines-ultralow =
    La mayoría de los medicamentos contra HER2 no están hechos para el cáncer HER2 ultrabajo.
    En los Estados Unidos, este tipo está aprobado para algunas personas con cáncer de seno HER2 ultrabajo que tiene receptores hormonales.
medicines-not-a-choice =
    Esta lista es igual para todas las personas con este resultado.
    No elige por usted.
    Lo que es adecuado para usted depende de la etapa, de lo que recibió antes, de su corazón y sus pulmones, y de lo que usted quiere.
medicines-beside = Estos medicamentos se dan a menudo junto con quimioterapia, o con terapia hormonal si el cáncer tiene receptores hormonales.

medicines-untold =
    Algunos medicamentos están hechos para encontrar HER2 y bloquearlo.
    Esta página no enumera los tipos que había el día en que se hizo.
    Su equipo médico puede hablarle de ellos.

medicines-none =
    Los medicamentos que bloquean HER2 no están hechos para este resultado.
    Hay otros tratamientos, como la cirugía, la radiación, la terapia hormonal y la quimioterapia.
    Su equipo médico puede decirle cuáles son adecuados.
medicines-detail = Un tipo de medicamento puede ser importante más adelante para algunas personas, si la puntuación exacta es 1+ o si se vio un rastro. Pregunte a su equipo médico si usted necesita saberlo ahora.
medicines-waiting =
    Los tipos de medicamento que se pueden considerar dependen del resultado de HER2.
    Por eso, esta parte espera hasta que el resultado sea definitivo.
    Puede preguntar qué se puede planificar mientras tanto.
medicines-not-invasive =
    Los medicamentos contra HER2 están hechos para el cáncer invasivo.
    Con este informe, no se consideran.
    Si se encuentra cáncer invasivo, se hace en él la prueba de HER2.

group-antibodies = Anticuerpos
    .said = Se pegan a HER2 en la parte de afuera de la célula y frenan su señal. Se dan por una vena o debajo de la piel.
group-conjugates = Anticuerpos que llevan quimioterapia
    .said = También se llaman conjugados. Llevan un medicamento fuerte a las células que tienen HER2. Se dan por una vena.
group-tablets = Tabletas
    .said = Bloquean la señal de HER2 dentro de la célula. Se toman en casa.
group-when-early = Este tipo está aprobado para algunas personas con cáncer temprano.
group-when-metastatic = Este tipo está aprobado para algunas personas con un cáncer que se extendió o que no se puede quitar.

more-topic = Más sobre este tema: her2 learn { $topic } --lang es
