import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0003_check_settings'),
        ('people', '0007_reporting_consent'),
        ('programmes', '0009_look_from'),
    ]

    operations = [
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('about', models.TextField(blank=True, max_length=1500, verbose_name='what it is for')),
                ('outcomes', models.JSONField(blank=True, default=list, verbose_name='what you learn')),
                ('outline', models.JSONField(blank=True, default=list, verbose_name='how it goes')),
                ('exercises', models.JSONField(blank=True, default=list, verbose_name='exercises')),
                ('bring', models.CharField(blank=True, max_length=250, verbose_name='what to bring')),
                ('form', models.CharField(choices=[('together', 'Together: an evening or half a day'), ('online', 'On my own, online'), ('on_the_job', 'On the job, beside somebody'), ('experts', 'A talk with experts by experience')], default='together', max_length=10, verbose_name='form')),
                ('minutes', models.PositiveSmallIntegerField(default=150, verbose_name='how long (minutes)')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('is_external', models.BooleanField(default=False, verbose_name='given by somebody else')),
                ('provider', models.CharField(blank=True, max_length=150, verbose_name='who gives it')),
                ('link', models.URLField(blank=True, verbose_name='link')),
                ('valid_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how long it counts (months)')),
                ('helps_with', models.JSONField(blank=True, default=list, verbose_name='helps with')),
                ('is_mixed', models.BooleanField(default=False, verbose_name='for volunteers and professionals together')),
                ('core_code', models.CharField(blank=True, editable=False, max_length=40)),
                ('is_used', models.BooleanField(default=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('refresher_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='refreshers', to='learning.course')),
            ],
            options={
                'ordering': ['title', 'id'],
                'indexes': [models.Index(fields=['organisation', 'is_used', 'title', 'id'], name='learning_co_organis_afc454_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('core_code', ''), _negated=True), fields=('organisation', 'core_code'), name='core_theme_added_once'), models.CheckConstraint(condition=models.Q(('refresher_of', models.F('id')), _negated=True), name='course_refreshes_another_one', violation_error_message='A course refreshes another one, not itself.')],
            },
        ),
        migrations.CreateModel(
            name='Growth',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('step', models.CharField(choices=[('wants', 'I would like to learn this'), ('growing', 'I am growing in this'), ('can', 'I do this well')], max_length=10)),
                ('example', naast.core.fields.EncryptedTextField(blank=True, verbose_name='an example')),
                ('noted_on', models.DateField()),
                ('competence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.competence')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='growth', to='people.person')),
            ],
            options={
                'ordering': ['competence__position', 'id'],
                'indexes': [models.Index(fields=['organisation', 'person'], name='learning_gr_organis_6fcd23_idx')],
                'constraints': [models.UniqueConstraint(fields=('person', 'competence'), name='growth_once_each')],
            },
        ),
        migrations.CreateModel(
            name='LearningEntry',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('learned_on', models.DateField(verbose_name='when')),
                ('category', models.CharField(choices=[('doing', 'Doing'), ('together', 'Working together and tackling things'), ('knowing', 'Knowing'), ('attitude', 'How I am and how I see myself'), ('society', 'Taking part in society')], max_length=10, verbose_name='what kind of learning')),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='what I learned')),
                ('activity', naast.core.fields.EncryptedTextField(blank=True, verbose_name='doing what')),
                ('is_shared', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='learning_entries', to='people.person')),
            ],
            options={
                'ordering': ['-learned_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-learned_on', '-id'], name='learning_le_organis_2d0826_idx')],
            },
        ),
        migrations.CreateModel(
            name='LearningWish',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('likes', models.CharField(blank=True, choices=[('learning', 'I like to learn new things'), ('doing', 'I would rather just do it'), ('both', 'It depends')], max_length=10)),
                ('forms', models.JSONField(blank=True, default=list)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='learning_wish', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Package',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('made_on', models.DateField()),
                ('materials', models.JSONField(default=list, verbose_name='materials')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='what changed')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='packages', to='learning.course')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('course', 'number'), name='package_number_once')],
            },
        ),
        migrations.CreateModel(
            name='PathLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_required', models.BooleanField(default=True)),
                ('condition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='path_lines', to='programmes.entrycondition')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='path_lines', to='learning.course')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='learning_path', to='programmes.programme')),
            ],
            options={
                'ordering': ['position', 'id'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'course'), name='course_once_on_a_path')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('minutes', models.PositiveSmallIntegerField(default=150, verbose_name='how long (minutes)')),
                ('language', models.CharField(default='nl', max_length=8, verbose_name='language spoken')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                ('online_url', models.URLField(blank=True, verbose_name='link to take part online')),
                ('places', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number of places')),
                ('is_mixed', models.BooleanField(default=False, verbose_name='volunteers and professionals together')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveSmallIntegerField(default=0)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('also_came', naast.core.fields.EncryptedTextField(blank=True, verbose_name='who else came')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='learning.course')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions_hosted', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('package', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='learning.package')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['organisation', 'starts_at', 'id'], name='learning_se_organis_10f56b_idx')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('coming', 'Comes'), ('waiting', 'On the waiting list'), ('cancelled', 'Does not come'), ('present', 'Was there'), ('absent', 'Was not there')], default='coming', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('came_unannounced', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='people.person')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='learning.session')),
            ],
            options={
                'ordering': ['asked_at', 'id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'state'], name='learning_se_organis_e83026_idx')],
                'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='one_seat_a_session')],
            },
        ),
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('done_on', models.DateField(verbose_name='done on')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='counts until')),
                ('minutes', models.PositiveSmallIntegerField(default=0, verbose_name='how long (minutes)')),
                ('provider', models.CharField(blank=True, max_length=150, verbose_name='who gave it')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='cost for us (euro)')),
                ('certificate_seen_on', models.DateField(blank=True, null=True, verbose_name='certificate seen on')),
                ('certificate_seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='completions', to='people.person')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='completions', to='learning.course')),
                ('package', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='learning.package')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='completions', to='learning.session')),
            ],
            options={
                'ordering': ['-done_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', 'course'], name='learning_co_organis_6b5ec4_idx'), models.Index(fields=['organisation', 'valid_until', 'id'], name='learning_co_organis_d41f1f_idx')],
                'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='completed_once_a_session')],
            },
        ),
    ]
