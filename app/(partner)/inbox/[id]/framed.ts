import type { Page } from '@/lib/read/read'

export type Framed = { page: Omit<Page<unknown>, 'view'> }
