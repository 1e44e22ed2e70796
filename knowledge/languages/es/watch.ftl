# What is usually watched during treatment against HER2, and when to call.

heading-watch = Qué se suele vigilar
watch-positive =
    Los medicamentos contra HER2 pueden hacer que el corazón bombee con menos fuerza por un tiempo.
    Por eso se examina el corazón antes del tratamiento y de nuevo durante el tratamiento.
watch-low = Si alguna vez recibe el tipo de medicamento nombrado arriba, durante el tratamiento se vigilan su corazón, sus pulmones y su sangre.
watch-antibodies = Exámenes del corazón con anticuerpos
watch-others = Exámenes del corazón con otros tipos
watch-also = Qué más se vigila

heading-call = Cuándo llamar
call-intro = Esto vale para el tiempo del tratamiento contra HER2. Pregunte a qué número llamar de día y de noche.
call-now = Llame al 911
call-at-once = Llame a su equipo médico de inmediato, de día o de noche
call-soon = Llame a su equipo médico en uno o dos días
