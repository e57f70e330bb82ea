export const notePlace = (id: string) => ({ table: 'app.notes', column: 'body', row: id })
