/**
 * Words that name the same thing on any website that sells or serves, so that "money back" finds the
 * article about refunds and "Versand" the one about shipping. Entries of several words are joined by
 * `_`. Not about any one shop: what only one shop calls so belongs in its articles.
 */

/** Matters that a website writes an article about. */
export const MATTERS: readonly string[] = [
  `ship shipping shipment deliver delivery deliveries dispatch courier postage
   envio enviar envian envios entrega entregan | livraison livrer livrez expedition expedier envoi envoyer
   versand versenden lieferung liefern liefert lieferzeit | envio enviar entregar entregam frete
   spedizione spedizioni spedire spedite consegna consegnare`,
  `return returning returnable refund reimburse reimbursement send_back sent_back sending_back money_back
   bring_back take_back give_back change_mind changed_mind devolver devolucion devoluciones reembolso
   retour retourner renvoyer rembourser remboursement zuruckgeben zuruckschicken zurucksenden ruckgabe rucksendung ruckerstattung
   erstattung retoure devolver devolucao devolucoes reembolso reso resi restituire restituzione rimborso rimborsare`,
  `exchange swap trade replace replacement different_size another_size bigger_size smaller_size cambiar cambio
   echanger echange umtausch umtauschen tauschen trocar troca cambiare cambio sostituire`,
  `warranty guarantee guaranteed garantia garantie garanzia gewahrleistung`,
  `repair fix mend resole restitch patch reparar reparacion arreglar reparer reparation reparieren reparatur
   flicken reparar conserto consertar riparare riparazione aggiustare`,
  `broken broke break defect defective faulty fault damage damaged rip ripped torn tear tore hole leak leaking snapped
   stopped_working not_working doesnt_work dont_work wont_work isnt_working
   roto rota rotos defectuoso danado casse cassee defectueux abime dechire kaputt defekt beschadigt gerissen
   quebrado quebrou defeito rasgado rotto rotta difettoso danneggiato strappato`,
  `size sizing fit fitting measure measurement too_small too_big too_large too_tight too_loose
   talla tallas tamano taille pointure mesure grosse grossen passform tamanho numero taglia misura`,
  `open opening close closing closed hours horario horarios abren abre abierto abierta cierran cierra cerrado
   horaire horaires ouvert ouverture ouvre ouvrez ferme fermeture offnungszeiten geoffnet offnet offen geschlossen
   abrem aberto aberta fecha fechado orari orario aperto aperti apertura chiuso chiude`,
  `pay payment paying paid paypal visa mastercard card cards credit_card debit_card carte tarjeta karte kreditkarte cartao carta pagar pago pagos payer paiement payez zahlen bezahlen zahlung zahlungsarten
   bezahlt pagamento pagare pagamenti`,
  `track tracking where_my_order where_my_package where_my_parcel where_my_stuff where_my_delivery
   says_delivered marked_delivered order_status delivery_status status_order status_my when_my_order when_my_package when_my_parcel when_my_stuff
   not_arrived hasnt_arrived never_arrived never_came didnt_arrive not_received havent_received
   havent_gotten never_received didnt_receive still_waiting
   rastrear rastreo seguimiento seguir donde_pedido donde_mi_pedido donde_paquete
   suivi suivre ou_colis ou_ma_commande ou_commande verfolgen sendungsverfolgung wo_paket wo_bestellung wo_meine_bestellung wo_mein_paket
   rastreamento rastreio onde_pedido onde_meu_pedido tracciare tracciamento dove_pacco dove_ordine dove_mio_ordine`,
  `wash clean laundry launder rinse lavar limpiar limpieza laver nettoyer entretien waschen reinigen pflege
   limpar lavagem lavare pulire lavaggio care cleaning`,
  `gift voucher present giftcard gift_card gift_certificate regalo tarjeta_regalo vale cheque_regalo cadeau
   carte_cadeau bon geschenk gutschein geschenkkarte geschenkgutschein presente vale_presente cartao_presente
   carta_regalo buono_regalo buono`,
  `contact phone telephone call email mail reach get_touch contacto telefono llamar correo contacter contactez
   telephone appeler courriel kontakt kontaktieren telefon anrufen telefonnummer contato telefone ligar
   contatto contattare telefono chiamare`,
  `address located location directions where_you find_you direccion ubicacion situado donde_estan
   adresse situe anschrift endereco localizacao onde_fica indirizzo situato dove_siete`,
  `change modify amend edit alter wrong_order modificar modifier andern modificare`,
  `cancel cancellation cancelar anular annuler annulation stornieren stornierung storno cancelamento
   annullare annullamento`,
  `abroad international internationally overseas country countries worldwide extranjero internacional pais
   paises etranger international pays ausland lander exterior internazionale estero paesi europe eu european`,
  `sunday domingo dimanche sonntag domenica weekend fin_de_semana wochenende`,
  `saturday sabado samedi samstag sabato weekend fin_de_semana wochenende`,
  `holiday holidays festivo festivos feries feiertag feiertage feriado feriados festivi`,
  `job job_opening vacancy career hiring hire recruit empleo trabajo_aqui emploi recrutement stelle karriere emprego vaga lavoro`,
  `discount coupon promo promotion promotional rebate voucher_code descuento cupon promocion reduction remise
   rabatt desconto cupom promocao sconto codice_sconto`,
  `invoice receipt bill factura recibo facture recu rechnung beleg quittung fatura recibo fattura ricevuta`,
  `instalment installment cuotas plazos paiement_plusieurs_fois mensualites raten ratenzahlung parcelas rateizzare`,
  `customs duty duties import aduana aduanas douane droits zoll zollgebuhren alfandega dogana`,
  `waterproof waterproofing impermeable rainproof reproof impermeabilizar impermeabiliser impermeable
   wasserdicht impragnieren impermeabilizante impermeabile`,
  `parking park aparcar aparcamiento stationnement parken parkplatz estacionamento parcheggio`,
];

/** Things that matters are about. */
export const THINGS: readonly string[] = [
  `shop store branch showroom boutique tienda local magasin laden geschaft filiale loja negozio`,
  `shoe shoes boot boots footwear zapato zapatos bota botas chaussure chaussures bottes schuh schuhe stiefel
   sapato sapatos scarpa scarpe scarponi`,
  `jacket coat chaqueta veste jacke casaco jaqueta giacca`,
  `tent tents carpa tente zelt barraca tenda tienda_de_campana`,
  `backpack rucksack mochila sac_a_dos rucksack zaino`,
];

/** Angles: they say which passage about the topic is meant, but are no topic by themselves. */
export const ANGLES: readonly string[] = [
  `sell sold stock product range assortment catalogue available availability offer carry vender venden vendeis vendre vendez verkaufen verkauft
   vendem vende vendete vendono disponible disponibile disponivel verfugbar`,
  `parcel package order pedido paquete encomenda pacote commande colis paket bestellung sendung ordine pacco`,
  `cost costs price fee charge expensive cheap much_cost how_much free cuesta cuestan precio coste gratis cout coute prix
   combien gratuit preis kosten kostet kostenlos custa preco gratis costa prezzo costo gratuito quanto_costa`,
  `long_take how_long when_get when_will by_when days time fast quick soon take arrive cuanto_tarda tarda tardan dias llega combien_temps
   delai jours temps dauert dauer tage lange demora dias chega prazo quanto_tempo giorni arriva tempo`,
];
