import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { AppError } from '../../kernel/errors.ts'
import type { JsonObject } from '../../vc/index.ts'

export type OwnSchema = 'open-badge-credential' | 'endorsement-credential' | 'passport'

const FOLDER = join(import.meta.dirname, '../../../credentials-schema/schemas')

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
formats.default(ajv)
const validators: Readonly<Record<OwnSchema, ValidateFunction>> = {
  'open-badge-credential': compile('open-badge-credential'),
  'endorsement-credential': compile('endorsement-credential'),
  passport: compile('passport'),
}

function compile(name: OwnSchema): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), 'utf8')) as object)
}

/**
 * Refuses to sign what our own schema does not describe.
 * @throws AppError `schema-mismatch`, the JSON pointers of what is wrong as problems
 */
export function checkOwnSchema(name: OwnSchema, document: JsonObject): void {
  const validate = validators[name]
  if (validate(document)) return
  const problems = (validate.errors ?? []).map(({ instancePath }) => ({
    field: instancePath,
    message: 'fields.invalid',
  }))
  throw new AppError('schema-mismatch', {}, problems)
}
