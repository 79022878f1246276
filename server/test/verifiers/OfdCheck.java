import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/** Asks ofdrw about sealed packages: one line for each, VALID with the first text, or INVALID with the reason. */
public class OfdCheck {
  public static void main(String[] files) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    for (String file : files) {
      Path path = Paths.get(file);
      try (OFDReader reader = new OFDReader(path); OFDValidator validator = new OFDValidator(reader)) {
        validator.setValidator(new SESV4ValidateContainer());
        validator.exeValidate();
        System.out.println("VALID " + String.join("|", new ContentExtractor(reader).extractAll()));
      } catch (Throwable error) {
        System.out.println("INVALID " + error);
      }
    }
  }
}
