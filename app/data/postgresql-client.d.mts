// Both clients are made from one schema, so they have the same functions; TypeScript can't see that and is shown the first one.
export { PrismaClient } from '../../prisma/client/client.ts'
