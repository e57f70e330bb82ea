import { pgSchema } from 'drizzle-orm/pg-core'

export const accessSchema = pgSchema('access')
export const appSchema = pgSchema('app')
export const auditSchema = pgSchema('audit')
export const jobsSchema = pgSchema('jobs')
export const vaultSchema = pgSchema('vault')
