# Whom one meets, what each of them does, and what to ask. `people-…` lists them in order.

heading-people = Las personas que va a conocer, y qué preguntarles
people-hint = Tal vez no las conozca a todas.
people-positive = oncologist surgeon radiation cardiologist primary nurse support
people-other = oncologist surgeon radiation primary nurse support

person-oncologist = Oncólogo u oncóloga: planifica los medicamentos
person-oncologist-asks =
    ¿Cuál es el objetivo de mi tratamiento?
    ¿Cuáles son mis opciones, y qué hay a favor de cada una?
    ¿Podría el tratamiento hacer daño en un embarazo, o cambiar mis posibilidades de tener hijos?
person-surgeon = Cirujano o cirujana: quita el tumor
person-surgeon-asks =
    ¿Me toca primero la cirugía o el medicamento, y por qué?
    ¿Qué se va a quitar, y se puede conservar mi seno?
person-radiation = Especialista en radiación: trata con rayos
person-radiation-asks = ¿Necesito radiación, y cómo se protege mi corazón?
person-cardiologist = Cardiólogo o cardióloga: cuida el corazón
person-cardiologist-asks =
    ¿Cuál fue el número de mi primer examen del corazón?
    ¿Con qué frecuencia me van a examinar, y a partir de qué punto se haría una pausa en el tratamiento?
person-primary = Médico o médica de cabecera: conoce toda su salud
person-primary-asks = ¿Van bien mis otras enfermedades y medicamentos con este tratamiento?
person-nurse = Personal de enfermería: muchas veces, a quien se llama primero
person-nurse-asks = ¿A qué número llamo de día, de noche y los fines de semana?
person-support = Trabajador o trabajadora social: ayuda con el dinero, el trabajo, la familia y el miedo
person-support-asks = ¿Qué ayuda hay para mí y para las personas cercanas a mí?

heading-second = Una segunda opinión, y los ensayos clínicos
second-said =
    Pedir una segunda opinión es común, y a los buenos médicos no les molesta.
    Otro médico puede revisar su plan, y otro laboratorio puede examinar de nuevo su tumor.
second-words = Puede decir: “Confío en usted, y quiero estar seguro o segura. ¿A quién le pediría usted una segunda opinión?”
trials-said =
    Un ensayo clínico prueba si un tratamiento nuevo es mejor que el que se usa ahora.
    Pregunte por los ensayos antes de empezar un tratamiento, porque algunos son solo para personas que no han empezado.
second-asks =
    ¿Pueden enviar mis informes y mis laminillas a otro centro?
    ¿Hay un ensayo clínico para mí, aquí o en otro lugar?
