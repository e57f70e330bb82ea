import { at, type Places } from './places'

const grants = 'app.return_grants'
const lines =
  'lineEQUIP lineSTOCK lineRENT lineWORKS lineANIMALS lineSEEDS lineTRAINING lineSCHOOL lineMEDICAL lineTRANSPORT lineFEES lineRESERVE'

const path: Places = {
  ...at('kind', 'app.return_paths.kind'),
  ...at('originCountry', 'app.return_paths.origin_country'),
  ...at('transit1 transit2 transit3', 'app.return_paths.transit'),
  ...at('returnCountry', 'app.return_paths.return_country'),
  ...at('departsOn', 'app.return_paths.departs_on'),
  ...at('arrivedOn', 'app.return_paths.arrived_on'),
  ...at('needs', 'app.return_paths.needs'),
}

/** Where the answers about a return, a grant, its delivery and its visits are kept. */
export const keptOfReturn: Readonly<Record<string, Places>> = {
  'return.open': path,
  'return.edit': path,
  'return.step': {
    ...at('step', 'app.return_steps.step'),
    ...at('did', 'app.return_steps.state'),
    ...at('onDay', 'app.return_steps.on_day'),
    ...at('stepReason', 'app.return_steps.reason'),
  },
  'return.grant': {
    ...at('grantKind', `${grants}.kind`),
    ...at('model', `${grants}.model`),
    ...at(lines, `${grants}.lines`),
    ...at('quotes', `${grants}.quotes`),
    ...at('quotesReason', `${grants}.quotes_reason`),
    ...at('supplier', `${grants}.supplier`),
    ...at('sure', `${grants}.sure`),
    ...at('wants', `${grants}.state`),
  },
  'return.decide': {
    ...at('verdict', `${grants}.state`),
    ...at('returnReason', `${grants}.reason`),
  },
  'return.drop': { ...at('grant', 'names'), ...at('dropReason', `${grants}.reason`) },
  'return.deliver': {
    ...at('grant', 'app.grant_deliveries.grant_id'),
    ...at('deliveredOn', 'app.grant_deliveries.delivered_on'),
    ...at(lines, 'app.grant_deliveries.lines'),
    ...at('witness', 'app.grant_deliveries.witness'),
    ...at('noWitness', 'confirms'),
    ...at('receipt', 'app.grant_deliveries.receipt'),
    ...at('donor', 'app.assistance.donor'),
  },
  'return.receipt': {
    ...at('delivery', 'app.delivery_receipts.delivery_id'),
    ...at('document', 'app.delivery_receipts.document_id'),
  },
  'return.visit': {
    ...at('grant', 'app.grant_visits.grant_id'),
    ...at('visit', 'app.grant_visits.visit'),
    ...at('visitedOn', 'app.grant_visits.visited_on'),
    ...at('outcome', 'app.grant_visits.outcome'),
    ...at('follow', 'app.grant_visits.follow'),
    ...at('next', 'steers'),
  },
}
