import { bootstrap } from '@/lib/platform/db/bootstrap'

await bootstrap()
