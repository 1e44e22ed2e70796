# Lo que dice un registro, en palabras breves para un profesional: `record-<qué>-<respuesta>`.

record-stain-none = ninguna
record-stain-faint_incomplete = tenue incompleta
record-stain-weak_moderate_complete = débil a moderada completa
record-stain-moderate_intense_incomplete = moderada a intensa incompleta
record-stain-intense_complete = intensa completa

record-probe-dual = doble sonda
record-probe-single = sonda única

record-word-positive = positivo
record-word-negative = negativo
record-word-equivocal = equívoco
record-word-amplified = amplificado
record-word-not_amplified = no amplificado
record-word-overexpressed = sobreexpresado
record-word-not_overexpressed = no sobreexpresado
record-word-weakly_positive = débilmente positivo
record-word-indeterminate = indeterminado
record-word-pending = pendiente
record-word-not_performed = no realizada

record-recount = recuento repetido
record-ratio = cociente { $value }
record-her2-copies = HER2 por célula { $value }
record-cep17-copies = CEP17 por célula { $value }
record-her2-total = total de HER2 { $value }
record-cep17-total = total de CEP17 { $value }
record-cells = células { $value }
record-observers = observadores { $value }
record-group = grupo firmado { $value }
record-rejected = declarada no válida
record-percent = { $value }%

record-receptor-positive = positivo
record-receptor-negative = negativo
record-receptor-low_positive = positivo bajo
record-receptor-pending = pendiente
record-receptor-conflict = resultados contradictorios
record-receptor-not_reported = no informado
record-allred = Allred { $value }
record-h-score = H-score { $value }

record-histology-ductal = ductal
record-histology-lobular = lobulillar
record-histology-mixed = mixto
record-histology-mucinous = mucinoso
record-histology-tubular = tubular
record-histology-cribriform = cribiforme
record-histology-papillary = papilar
record-histology-micropapillary = micropapilar
record-histology-medullary = medular
record-histology-metaplastic = metaplásico
record-histology-adenoid_cystic = adenoide quístico
record-histology-apocrine = apocrino
record-histology-other = otro

record-seen-present = presente
record-seen-absent = ausente
record-seen-uncertain = incierta
record-margins-positive = positivos
record-margins-negative = negativos

record-side-left = izquierda
record-side-right = derecha
record-side-bilateral = ambos lados
record-procedure-core_biopsy = biopsia con aguja gruesa
record-procedure-excision = escisión
record-procedure-mastectomy = mastectomía
record-procedure-nodes = ganglios
record-procedure-metastasis = metástasis

record-outcome-completed = completado
record-outcome-progressed = progresión
record-outcome-toxicity = toxicidad
record-outcome-ongoing = en curso
record-outcome-unknown = desconocido

# Unidades de los números, cuando son palabras.
unit-many-areas = áreas
unit-many-cells = células
unit-many-days = días
unit-many-holds = suspensiones
unit-many-lines = líneas
unit-many-months = meses
unit-many-nodes = ganglios
unit-many-per-cell = por célula
unit-many-per-nL = por nL
unit-many-points = puntos
unit-many-regimens = esquemas
unit-many-times-the-upper-limit = veces el límite superior
unit-many-weeks = semanas
unit-many-years = años

# Una aprobación de un medicamento: el día y para qué.
drug-approval = { $date }: { $what }

# En cada documento de un idioma cuyas palabras aún no ha revisado un profesional clínico.
language-not-reviewed = Traducción al español aún no revisada por un profesional clínico.
