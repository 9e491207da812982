package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promotion and the commands of backups, where those are encrypted and in a bucket. */
final class BucketBackupsTest {

  private static final String SECRET = "the-secret-key-of-the-bucket";

  @TempDir Path folder;
  @TempDir Path objects;

  @Test
  void should_promote_with_backups_in_a_bucket() throws Exception {
    Files.createDirectory(objects.resolve("shop-backups"));
    S3Proxy bucket =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "the-access-key", SECRET)
            .blobStore(new FilesystemNio2BlobStore(objects.toString()))
            .build();
    bucket.start();
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase shop = TestDatabase.create(server, "shop");
      UserProject project = project(shop, bucket.getPort());
      project.run("backup", "key", "backup.key").ends(0);
      schema(project, "");
      project.generate("first");
      project.run("env", "stamp", "dev").ends(0);
      project.run("migrate", "dev").ends(0);
      shop.execute("insert into todo select g, 'todo ' || g from generate_series(1, 3000) g");
      Ran taken = project.run("backup", "create", "dev").ends(0);
      assertThat(taken.err()).contains("s3://shop-backups/ours/dev/2");
      assertThat(project.folder().resolve(".slipway/backups")).doesNotExist();
      schema(project, ", done boolean");
      project.generate("done");

      project.run("promote", "dev", "--yes").ends(0);

      Ran listed = project.run("backup", "list", "dev").ends(0);
      assertThat(listed.out().lines()).as("one of before, one of the promotion").hasSize(3);
      assertThat(project.run("deployments", "dev", "--output", "json").ends(0).out())
          .doesNotContain(SECRET);
      project.run("drill", "dev").ends(0);
      project.run("restore", "dev", "--into", "shop_before").ends(0);
      assertThat(
              new TestDatabase(server, "shop_before")
                  .value("select count(*) || max(text) from todo"))
          .isEqualTo("3000todo 999");

      project.variable("BUCKET_SECRET", "another");
      Ran refused = project.run("drill", "dev").ends(3);
      assertThat(refused.err()).contains("error[bucket-refused]").doesNotContain("another");
    } finally {
      bucket.stop();
    }
  }

  private UserProject project(TestDatabase shop, int port) throws Exception {
    var project = new UserProject(folder);
    project.variable("URL", shop.url()).variable("BUCKET_SECRET", SECRET);
    project.file("access", "the-access-key\n");
    return project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        backups:
          encrypt: { key: { file: backup.key } }
          bucket:
            name: shop-backups
            prefix: ours
            endpoint: "http://127.0.0.1:%d"
            access_key: { file: access }
            secret_key: "${BUCKET_SECRET}"
        environments:
          dev: { url: "${URL}", promotion: { backup: proved, rehearse: data } }
        """
            .formatted(port));
  }

  private static void schema(UserProject project, String more) throws Exception {
    project.file(
        "db/schema/todo.sql",
        "create table todo (id integer primary key, text text not null" + more + ");\n");
  }
}
