/** The files of a certificate, and what they are for. */
export function CertificateFiles({ id }: { id: string }) {
  return (
    <div className="certificate-files">
      <p className="send">
        <a className="button quiet" href={`/certificates/${id}/certificate.pdf`}>
          Download the PDF
        </a>
        <a className="button quiet" href={`/certificates/${id}/credential.json`}>
          Download the signed file
        </a>
      </p>
      <p className="small">
        The signed file is an Open Badges 3.0 credential. Any verifier of such credentials can check its signature,
        without asking us; only the certificate’s page knows whether it was taken back later.
      </p>
    </div>
  )
}
