# El revisor de informes, en una pantalla.

check-error = error
check-warning = advertencia
check-note = nota
check-why = por qué
check-do = hacer
check-source = fuente
check-value = valor
check-also = también
check-project-rule = { $source } (una regla de este proyecto)
