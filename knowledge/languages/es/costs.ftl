# What things cost, and where help is. No price of any medicine stands here: those have a date and a place of their own.

heading-costs = Los costos, y dónde hay ayuda
costs-said =
    Lo que usted paga depende de su seguro médico, del lugar donde recibe el medicamento y de la ayuda que puede pedir.
    Ninguna página puede decírselo de antemano.
costs-limit =
    Puede encontrar un precio que se llama límite de pago de Medicare.
    Es lo que Medicare paga a una clínica por un medicamento.
    No es lo que paga usted, y no incluye una parte del costo.
costs-asks =
    ¿Quién me puede decir cuánto voy a pagar, antes de empezar?
    ¿Tiene que dar su autorización previa mi seguro médico, y quién envía los papeles?
    ¿Quién puede ayudar con los copagos, los viajes y los días de trabajo perdidos?
costs-no = Si su seguro médico dice que no, muchas veces esa no es la última palabra. Puede pedir el motivo por escrito y presentar una apelación.
