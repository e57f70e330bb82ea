/** Where the sealed words of a path are bound to. */
export const supplierPlace = (id: string) => ({ table: 'app.return_grants', column: 'supplier', row: id })
export const witnessPlace = (id: string) => ({ table: 'app.grant_deliveries', column: 'witness', row: id })
